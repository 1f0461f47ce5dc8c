const OF_CALLS =
  /結構です(?!か|ね|よ)|不要|いりません|いらない|必要(は|が)?(ない|なく|ありません|ございません)|断|やめて|やめろ|(けて|電話|連絡)(を|は)?(しない|こない|してこ)|削除|消して|消去|外して|抹消|間に合って|二度と|迷惑|興味(は|が)?(ない|ありません|ございません)/;
const OF_TRANSFER = /(取り次|つな)(ぎ|ぐ|げ|い).{0,10}(ません(?!か)|ない|かね)/;

/** Whether normalised words refuse our calls or what we offer, beside anything else that they say. */
export function refusesCalls(words: string): boolean {
  return OF_CALLS.test(words);
}

/** Or refuse to put us through. */
export function refuses(words: string): boolean {
  return refusesCalls(words) || OF_TRANSFER.test(words);
}
