/** 「ふーん」, 「なるほど」: somebody listens, and has not decided. */
const LISTENS =
  /はあ|はぁ|へ[えー]|ふ[うー]?ん|ふむ|ほう|ほお|なるほど|そう(なん)?(です|でした)か|そうなんだ|左様/;
/** 「はい、嫌です」: a yes to having heard the question. */
const DECLINES =
  /嫌(?!では|じゃ)|いや(です|だ)|駄目|だめ|無理|わかり(ません|かね)|わからな|わかんな|でき(ません|ない|かね)|決め(られ|かね)|いりません|いらない|必要(は|が)?(ない|ありません|ございません)|遠慮|困(り|る)|やめ|断|結構です(?!よ|ね)/;
const MINUTES = '(?<=[0-9一二三四五六七八九十数半])分';
/** 「いいです」 alone refuses as often as it agrees. */
const AGREES = new RegExp(
  [
    'お願い|どうぞ|もちろん|ぜひ|よろしい|大丈夫|承知|了解|かしこまりました|わかりました|オーケー|(?<![a-z])ok(?![a-z])',
    'いいです(?:よ|けど|ね|とも)|いいよ|結構です(?:よ|ね)|構い?ません|かまいません|構わな|それで(?:は|いい)',
    '代わってください|つないで|聞き(?:ます|ましょう)|伺い(?:ます|ましょう)',
    `短け|(?:少し|ちょっと|${MINUTES}|だけ|ほど|くらい)な(?:ら|らば)|${MINUTES}(?:くらい|ほど|だけ)`,
  ].join('|'),
);
const BEGINS_WITH_YES = /^(はい|ええ|うん|いえいえ|あ)*(はい|ええ|うん)/;
const ENDS_WITH_YES = /(はい|ええ)$/;
const ASKS = /(ですか|ますか|でしょうか|かな|何|って)$/;

/** Whether normalised words that answer an offer of ours agree to it. A listening noise does not, and neither does a question back. */
export function agrees(words: string): boolean {
  if (ASKS.test(words) || DECLINES.test(words)) return false;
  if (AGREES.test(words)) return true;
  if (LISTENS.test(words)) return false;
  return BEGINS_WITH_YES.test(words) || ENDS_WITH_YES.test(words);
}
