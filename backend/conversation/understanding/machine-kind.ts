import type { MachineKind, MenuChoice } from './classification.ts';
import { normalise } from './normalise.ts';

const OUT_OF_SERVICE =
  /(使われて(い|お)り?ません|使用されて(い|お)りません|都合によ|通話はおつなぎできません)/;
const VOICEMAIL =
  /発信音|ピー(という|ッと|の)|留守番電話|留守電|ボイスメール|メッセージを|伝言を?お預|電話に出|電源が入|電波の届|(営業|受付|業務|診療).{0,10}(終了|時間外|終わ)|時間外|休業|定休|(お掛け|おかけ)直し/;
/** Also of words that were cut short: who names a key for some callers names more of them. */
const MENU =
  /(方|場合)に?は[0-9〇一二三四五六七八九]番?を|(を|と|番)(押|プッシュ|選択|お選び|ご?入力)|番号を(お選び|お押し|ご選択|押)|内線番号|は[0-9〇一二三四五六七八九]番?を$/;
const LANGUAGE_MENU = /日本語.{0,8}[0-9一二三四五六七八九]番?を.*(?:english?|英語)/;

/** Which kind of recording speaks, from normalised words. */
export function machineKind(words: string): MachineKind {
  if (OUT_OF_SERVICE.test(words)) return { type: 'out-of-service' };
  if (MENU.test(words) || asksForLanguage(words)) return { type: 'ivr', choices: choicesIn(words) };
  if (VOICEMAIL.test(words)) return { type: 'voicemail' };
  return { type: 'preamble' };
}

/** Whether a menu asks first which language it is to be in: half of it is no Japanese, which makes it look like a foreigner's words. */
export function asksForLanguage(words: string): boolean {
  return LANGUAGE_MENU.test(words);
}

/** The key that reaches the department that we ask for, else a person; null when none does. */
export function keyFor(department: string, choices: readonly MenuChoice[]): string | null {
  const name = normalise(department).replace(/(?<=.)(部|課|室|係|グループ|チーム|センター)$/, '');
  const wanted = name === '' ? [] : [(topic: string) => topic.includes(name)];
  const people = PEOPLE.map((pattern) => (topic: string) => pattern.test(topic));
  for (const leads of [...wanted, ...people]) {
    const choice = choices.find(({ topic }) => leads(topic));
    if (choice !== undefined) return choice.key;
  }
  return null;
}

/** Who is reached by a key, the best first. */
const PEOPLE = [
  /オペレータ|係(の者|員)?に|担当者?(に|と|へ)|代表|総合(受付|窓口|案内)|受付(に|へ)/,
  /その他|それ以外|上記以外|該当しない/,
  /法人|企業|お取引|業者|会社の/,
  /日本語/,
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

function choicesIn(words: string): readonly MenuChoice[] {
  return [...words.matchAll(CHOICE)].map(([, topic = '', key = '']) => ({ topic, key: DIGITS[key] ?? key }));
}
