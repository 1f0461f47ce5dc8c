import { pick, type Randomness } from './randomness.ts';

/** What telephone lines and speech recognition do to a sentence. */
type Disturbance = (text: string, random: Randomness) => string;

const FILLERS = ['えーと', 'あの', 'えっと', 'あ', 'そうですね', 'ま', 'あのー', 'うん', 'その'];
/** The same sounds, written wrongly. */
const HOMOPHONES: readonly (readonly [string, readonly string[]])[] = [
  ['代わ', ['変わ', '替わ', 'かわ']],
  ['結構', ['決行', 'けっこう']],
  ['担当', ['たんとう', '単当', '短刀']],
  ['不在', ['ふざい', '負債']],
  ['会議', ['かいぎ', '懐疑']],
  ['用件', ['要件', 'ようけん']],
  ['外出', ['がいしゅつ', '外室']],
  ['折り返', ['織り返', 'おりかえ']],
  ['営業', ['えいぎょう', '英業']],
  ['席を外', ['席をはず', '関を外']],
  ['電話', ['でんわ', '伝話']],
  ['間に合', ['まにあ', '間にあ']],
  ['必要', ['ひつよう']],
  ['断り', ['ことわり']],
  ['少々', ['小々', 'しょうしょう']],
  ['戻', ['もど']],
  ['聞', ['き', '聴']],
  ['御社', ['恩社', 'おんしゃ']],
  ['資料', ['飼料', 'しりょう']],
  ['機械', ['機会', 'きかい']],
  ['約束', ['やくそく']],
  ['番号', ['ばんごう']],
  ['申し訳', ['もうしわけ']],
  ['間違', ['まちが']],
  ['失礼', ['しつれい']],
  ['確認', ['かくにん']],
  ['興味', ['きょうみ']],
];

const DISTURBANCES: readonly Disturbance[] = [dropStart, insertFiller, mishear, mishear, splitWords];

/** The text as a worse line would have delivered it: one disturbance, at times two. Very short answers stay whole. */
export function disturb(text: string, random: Randomness): string {
  if (text.length < 5) return text;
  const once = pick(DISTURBANCES, random)(text, random);
  return random() < 0.3 ? pick(DISTURBANCES, random)(once, random) : once;
}

function dropStart(text: string, random: Randomness): string {
  return text.slice(1 + Math.floor(random() * Math.min(3, text.length / 5)));
}

function insertFiller(text: string, random: Randomness): string {
  const place = random() < 0.6 ? 0 : Math.floor(random() * text.length);
  return text.slice(0, place) + pick(FILLERS, random) + text.slice(place);
}

function mishear(text: string, random: Randomness): string {
  const heard = HOMOPHONES.filter(([word]) => text.includes(word));
  if (heard.length === 0) return insertFiller(text, random);
  const [word, wrong] = pick(heard, random);
  return text.replace(word, pick(wrong, random));
}

function splitWords(text: string, random: Randomness): string {
  const place = 1 + Math.floor(random() * (text.length - 1));
  return `${text.slice(0, place)} ${text.slice(place)}`;
}
