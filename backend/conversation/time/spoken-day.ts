import type { DateTime } from 'luxon';
import { type IsHoliday, nextBusinessDay, onBusinessDay } from './business-days.ts';
import { DAY_WORDS, type DayWord } from './day-words.ts';

/** The start of a day that was named. */
export interface SpokenDay {
  readonly day: DateTime;
  /** A bare 「今日」 is no time to call: only a time of day makes it one. */
  readonly isToday: boolean;
  /** The day that was named, where it is a holiday and `day` is the next one on which somebody works. */
  readonly holiday: DateTime | null;
}

interface Mention {
  readonly word: DayWord;
  readonly match: RegExpExecArray;
  readonly before: string;
  readonly after: string;
}

/** The day from which somebody is asked what a mention means. */
interface Calendar {
  readonly today: DateTime;
  readonly isHoliday: IsHoliday;
}

const HARD =
  '(?:ちょっと|少し|さすがに|少々|なかなか|かなり)*(?:難し|厳し|無理|だめ|駄目|都合が悪|埋ま|立て込)';
/** 「明日は終日外出で」 names a day on which they cannot be had. */
const IS_TAKEN = new RegExp(
  `^(?:は|も|だと|ですと)?(?:終日|一日|お?休み|不在|外出|出張|会議|予定が|おりません|いません|${HARD})`,
);
/** 「明日まで休み」: the day after. 「明日までには戻る」: that day. */
const LASTS_UNTIL =
  /^(いっぱい|一杯|(?:は|も)?ずっと|まで(?!に)|中は|は(ずっと|終日|お?休み|不在|出張|もう|直帰|戻りません|戻らない))/;

/** 「四月まで戻りません」: not before April has begun. 「四月まで休み」 is all of April. */
const NOT_BACK_UNTIL =
  /^まで(?!に).{0,10}[戻帰](?:って)?(?:まい|参|き|こ|り|ら|れ)?(?:り|ら|れ)?(?:ません|ない)/;
/** 「明日から三日間出張です」: that they leave, and for how long. */
const BEGINS_ABSENCE =
  /^(?:の?(?:午前中?|午後|朝|夕方|お?昼|夜|\d{1,2}時半?))?(?:から|より)(?:(?<count>\d+)(?<unit>日|週|[かヶカケ]月)間?)?(?!.{0,12}(?:戻|空い|大丈夫)).{0,12}(?:出張|休|不在|外出|留守|会議|研修|入院|連休|おりません|いません|いない|海外)/;
/** 「水曜と木曜以外なら」 */
const IS_EXCLUDED =
  /^(?:の?曜日?)?(?:(?:と|や|か|または)[月火水木金土日](?:曜日?)?)*(?:以外|を除[いけく]|を避け|じゃなければ|でなければ)/;

/** The last day that was named and is free, digits already in place, else the first after those that are not; null without one. */
export function spokenDay(text: string, today: DateTime, isHoliday: IsHoliday): SpokenDay | null {
  const calendar = { today, isHoliday };
  const mentions = mentionsIn(text).toReversed();
  const excluded = mentions.filter(({ after }) => IS_EXCLUDED.test(after));
  const free = mentions.filter((mention) => !excluded.includes(mention));
  return (
    firstOf(free, (mention) => dayNamed(mention, calendar)) ??
    firstOf(free, (mention) => dayAfter(mention, calendar)) ??
    dayApartFrom(excluded, calendar)
  );
}

function mentionsIn(text: string): Mention[] {
  const all = DAY_WORDS.flatMap((word) => [...text.matchAll(word.pattern)].map((match) => ({ word, match })));
  return all
    .filter(({ match }, rank) => !all.slice(0, rank).some((other) => overlap(match, other.match)))
    .sort((a, b) => a.match.index - b.match.index)
    .map(({ word, match }) => ({
      word,
      match,
      before: text.slice(0, match.index),
      after: text.slice(endOf(match)),
    }));
}

function overlap(a: RegExpExecArray, b: RegExpExecArray): boolean {
  return a.index < endOf(b) && b.index < endOf(a);
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function firstOf(
  mentions: readonly Mention[],
  dayOf: (mention: Mention) => SpokenDay | null,
): SpokenDay | null {
  for (const mention of mentions) {
    const day = dayOf(mention);
    if (day !== null) return day;
  }
  return null;
}

/** The day itself, where it is one on which they can be had. */
function dayNamed(mention: Mention, { today, isHoliday }: Calendar): SpokenDay | null {
  const { word, match, after } = mention;
  const first = word.first(today, match, isHoliday);
  if (first === null || isTaken(mention)) return null;
  if (lastsUntil(after) || BEGINS_ABSENCE.test(after)) return null;
  const isToday = first.hasSame(today, 'day');
  // Who names the date of a holiday has overlooked it; who names a Saturday works then.
  const isOverlooked = isHoliday(first.toFormat('yyyy-MM-dd')) && !isToday;
  const day = word.exact && !isOverlooked ? first : onBusinessDay(first, isHoliday);
  const holiday = isOverlooked && word.lasts === 'day' ? first : null;
  return { day, isToday: day.hasSame(today, 'day'), holiday };
}

/** The first day after what was named, on which they cannot be had. */
function dayAfter(mention: Mention, { today, isHoliday }: Calendar): SpokenDay | null {
  const { word, match, after } = mention;
  const first = word.first(today, match, isHoliday);
  if (first === null) return null;
  const absence = BEGINS_ABSENCE.exec(after);
  if (absence !== null) {
    const back = afterAbsence(first, absence);
    return back === null ? null : free(onBusinessDay(back, isHoliday), today);
  }
  if (isTaken(mention) && word.lasts === 'day' && first <= today && !lastsUntil(after)) return null;
  if (!isTaken(mention) && !lastsUntil(after)) return null;
  const begins = word.lasts !== 'day' && NOT_BACK_UNTIL.test(after) && first > today;
  return free(onBusinessDay(begins ? first : first.plus({ [`${word.lasts}s`]: 1 }), isHoliday), today);
}

/** 「三日間」 in 「明日から三日間」 is how long, and not when. */
function isTaken({ match, before, after }: Mention): boolean {
  return IS_TAKEN.test(after) || (/間$/.test(match[0]) && /(?:から|より)$/.test(before));
}

function lastsUntil(after: string): boolean {
  return LASTS_UNTIL.test(after) && !namesHour(after);
}

function afterAbsence(first: DateTime, { groups }: RegExpExecArray): DateTime | null {
  const { count, unit } = groups ?? {};
  if (count === undefined) return null;
  const length = Number(count);
  switch (unit) {
    case '日':
      return first.plus({ days: length });
    case '週':
      return first.plus({ weeks: length });
    default:
      return first.plus({ months: length });
  }
}

/** The next working day that is none of those that were excluded; null where none were. */
function dayApartFrom(excluded: readonly Mention[], { today, isHoliday }: Calendar): SpokenDay | null {
  const spans = excluded.flatMap(({ word, match }) => {
    const first = word.first(today, match, isHoliday);
    return first === null ? [] : [{ first, end: first.plus({ [`${word.lasts}s`]: 1 }), match }];
  });
  const [last] = spans;
  if (last === undefined) return null;
  const isExcluded = (day: DateTime) => spans.some(({ first, end }) => day >= first && day < end);
  const next = (day: DateTime): DateTime =>
    isExcluded(day) || day <= today ? next(nextBusinessDay(day, isHoliday)) : day;
  // 「来週の水曜以外」 is still next week.
  const isOfItsWeek = /週の?.曜/.test(last.match[0]);
  return free(next(onBusinessDay(isOfItsWeek ? last.first.startOf('week') : today, isHoliday)), today);
}

function free(day: DateTime, today: DateTime): SpokenDay {
  return { day, isToday: day.hasSame(today, 'day'), holiday: null };
}

/** 「明日の三時まで」 is about the hour. */
function namesHour(after: string): boolean {
  return /^の?(午前|午後|夕方|朝)?\d{1,2}時/.test(after);
}
