/** A time of day in minutes after midnight, and where in the text it was said. */
export interface SpokenClock {
  readonly minutes: number;
  readonly index: number;
}

const HOUR =
  /(?<half>午前|午後|朝|夕方|夜|お?昼)?の?(?<hour>\d{1,2})(?:時(?!間)(?:(?<thirty>半)|(?<minute>\d{1,2})分)?|:(?<colon>\d{2}))(?=(?<tail>.{0,8}))/g;

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/朝(一番?|イチ|いち)/g, 9 * 60],
  [/午前中?/g, 10 * 60],
  [/お?昼前/g, 11 * 60],
  [/正午/g, 12 * 60],
  [/午後(一番?|イチ|いち)/g, 13 * 60],
  [/お?昼(一番?|イチ|いち|過ぎ|すぎ|明け|から|休み明け|休みの?(後|あと))/g, 13 * 60],
  [/午後/g, 13 * 60],
  [/夕(方|刻)/g, 17 * 60],
  [/(今晩|夜)/g, 18 * 60],
];

/** 「三時から会議」 names when they are lost, not when they are back. */
const BEGINS_SOMETHING =
  /^から.{0,3}(会議|打ち?合わ?せ|ミーティング|外出|来客|出かけ|出て|予定|商談|面談|出張|お?休み|不在|研修|留守)/;
/** 「午後はずっと会議です」 */
const IS_TAKEN =
  /^(?:中)?(?:は|も|いっぱい|だと)(?:ずっと|終日|ちょっと|少し|全部|ほとんど)*(?:会議|打ち?合わ?せ|ミーティング|外出|来客|予定|商談|面談|出張|お?休み|不在|研修|留守|席を|おりません|いません|難し|厳し|無理|だめ|駄目|埋ま|立て込)/;
const IS_EXCLUDED = /^(?:以外|を除[いけく]|を避け|じゃなければ|でなければ)/;

const MORNING = 10 * 60;
const AFTERNOON = 13 * 60;
const LAST_CALLS = 17 * 60;
/** 「三時から五時の間に」 means from three on. */
const BEGINS_RANGE = /^(から|〜|~)\d{1,2}時?.{0,3}(間|あいだ)/;

/** The time of day that was named, digits already in place; null without one. */
export function spokenClock(text: string): SpokenClock | null {
  return namedHour(text) ?? namedPart(text);
}

function namedHour(text: string): SpokenClock | null {
  const hours = [...text.matchAll(HOUR)].filter((match) => isUsable(match));
  const range = hours.find((match) => BEGINS_RANGE.test(match.groups?.['tail'] ?? ''));
  const chosen = range ?? hours.at(-1);
  if (chosen === undefined) return null;
  const minutes = minutesOf(chosen);
  const isExcluded = IS_EXCLUDED.test(chosen.groups?.['tail'] ?? '');
  return { minutes: isExcluded ? apartFrom(minutes, 60) : minutes, index: chosen.index };
}

/** A time of day that is not what was excluded, and begins as early as it may after that. */
function apartFrom(minutes: number, lasts: number): number {
  return minutes + lasts > LAST_CALLS ? MORNING : minutes + lasts;
}

function isUsable(match: RegExpExecArray): boolean {
  const { hour = '', tail = '' } = match.groups ?? {};
  return Number(hour) <= 24 && !BEGINS_SOMETHING.test(tail);
}

function minutesOf(match: RegExpExecArray): number {
  const { half, hour = '', thirty, minute, colon } = match.groups ?? {};
  return inOfficeHours(Number(hour), half) * 60 + (thirty ? 30 : Number(minute ?? colon ?? 0));
}

/** Nobody means three in the morning. */
function inOfficeHours(hour: number, half: string | undefined): number {
  if (hour >= 12) return hour;
  switch (half) {
    case '午前':
    case '朝':
      return hour;
    case undefined:
      return hour < 8 ? hour + 12 : hour;
    default:
      return half.includes('昼') && hour > 8 ? hour : hour + 12;
  }
}

function namedPart(text: string): SpokenClock | null {
  const found = WORDS.flatMap(([word, minutes]) =>
    [...text.matchAll(word)].map((match) => ({ minutes, index: match.index, length: match[0].length })),
  );
  const [last] = found
    .filter((part) => !BEGINS_SOMETHING.test(afterPart(text, part)))
    .sort((a, b) => b.index - a.index || b.length - a.length);
  if (last === undefined) return null;
  const after = afterPart(text, last);
  const isFree = !IS_TAKEN.test(after) && !IS_EXCLUDED.test(after);
  return { minutes: isFree ? last.minutes : otherHalf(last.minutes), index: last.index };
}

/** Also of 「昼から」, of which the last two letters are part of the word. */
function afterPart(
  text: string,
  { index, length }: { readonly index: number; readonly length: number },
): string {
  const end = index + length;
  return text.slice(text.slice(index, end).endsWith('から') ? end - 'から'.length : end);
}

function otherHalf(minutes: number): number {
  return minutes < 12 * 60 ? AFTERNOON : MORNING;
}
