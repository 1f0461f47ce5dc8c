import type { MachineKind } from './classification.ts';

const OUT_OF_SERVICE =
  /(使われて(い|お)り?ません|使用されて(い|お)りません|都合によ|通話はおつなぎできません)/;
const VOICEMAIL =
  /発信音|ピー(という|ッと|の)|留守番電話|留守電|ボイスメール|メッセージを|伝言を?お預|電話に出|電源が入|電波の届|(営業|受付|業務|診療).{0,10}(終了|時間外|終わ)|時間外|休業|定休|(お掛け|おかけ)直し/;
const MENU = /(を|と|番)(押|プッシュ|選択|お選び|ご?入力)|番号を(お選び|お押し|ご選択|押)|内線番号/;

/** Which kind of recording speaks, from normalised words. */
export function machineKind(words: string): MachineKind {
  if (OUT_OF_SERVICE.test(words)) return { type: 'out-of-service' };
  if (MENU.test(words)) return { type: 'ivr', key: keyForPerson(words) };
  if (VOICEMAIL.test(words)) return { type: 'voicemail' };
  return { type: 'preamble' };
}

/** Who is reached by a key, the best first. */
const PEOPLE = [
  /オペレータ|係(の者|員)?に|担当者?(に|と|へ)|代表|総合(受付|窓口|案内)|受付(に|へ)/,
  /その他|それ以外|上記以外|該当しない/,
  /法人|企業|お取引|業者|会社の/,
];
const KEY = '([0-9]|[〇一二三四五六七八九]|ゼロ|れい|#|シャープ|\\*)(?:番)?(?:を|と|のボタンを|番を|、)?';
const CHOICE = new RegExp(
  `(.{2,40}?)(?:は|の方は|場合は|場合には|方は|なら|でしたら|につきましては)${KEY}(?:押|プッシュ|選択|お選び)?`,
  'g',
);

const DIGITS: Readonly<Record<string, string>> = {
  ゼロ: '0',
  れい: '0',
  〇: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  シャープ: '#',
};

function keyForPerson(words: string): string | null {
  const choices = [...words.matchAll(CHOICE)].map(([, topic = '', key = '']) => ({ topic, key }));
  for (const people of PEOPLE) {
    const choice = choices.find(({ topic }) => people.test(topic));
    if (choice !== undefined) return DIGITS[choice.key] ?? choice.key;
  }
  return null;
}
