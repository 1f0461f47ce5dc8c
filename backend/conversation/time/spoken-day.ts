import type { DateTime } from 'luxon';
import { type IsHoliday, onBusinessDay } from './business-days.ts';
import { DAY_WORDS, type DayWord } from './day-words.ts';

/** The start of a day that was named. */
export interface SpokenDay {
  readonly day: DateTime;
  /** A bare 「今日」 is no time to call: only a time of day makes it one. */
  readonly isToday: boolean;
}

interface Mention {
  readonly word: DayWord;
  readonly match: RegExpExecArray;
  readonly end: number;
}

/** 「明日は終日外出で」 names a day on which they cannot be had. */
const IS_TAKEN = /^(は|も)?(終日|一日|お?休み|不在|外出|出張|会議|予定が|おりません|いません|無理|だめ|難し)/;
/** 「明日まで休み」: the day after. 「明日までには戻る」: that day. */
const LASTS_UNTIL =
  /^(いっぱい|一杯|(?:は|も)?ずっと|まで(?!に)|中は|は(ずっと|終日|お?休み|不在|出張|もう|直帰|戻りません|戻らない))/;

/** 「四月まで戻りません」: not before April has begun. 「四月まで休み」 is all of April. */
const NOT_BACK_UNTIL =
  /^まで(?!に).{0,10}[戻帰](?:って)?(?:まい|参|き|こ|り|ら|れ)?(?:り|ら|れ)?(?:ません|ない)/;

/** The last day that was named and is free, digits already in place; null without one. */
export function spokenDay(text: string, today: DateTime, isHoliday: IsHoliday): SpokenDay | null {
  for (const mention of mentionsIn(text).reverse()) {
    const day = dayOf(mention, text.slice(mention.end), today, isHoliday);
    if (day !== null) return { day, isToday: day.hasSame(today, 'day') };
  }
  return null;
}

function mentionsIn(text: string): Mention[] {
  const all = DAY_WORDS.flatMap((word) =>
    [...text.matchAll(word.pattern)].map((match) => ({ word, match, end: match.index + match[0].length })),
  );
  return all
    .filter((mention, rank) => !all.some((other, otherRank) => otherRank < rank && overlap(mention, other)))
    .sort((a, b) => a.match.index - b.match.index);
}

function overlap(a: Mention, b: Mention): boolean {
  return a.match.index < b.end && b.match.index < a.end;
}

function dayOf(mention: Mention, after: string, today: DateTime, isHoliday: IsHoliday): DateTime | null {
  const first = mention.word.first(today, mention.match, isHoliday);
  if (first === null) return null;
  if (LASTS_UNTIL.test(after) && !namesHour(after)) {
    const begins = mention.word.lasts !== 'day' && NOT_BACK_UNTIL.test(after) && first > today;
    return onBusinessDay(begins ? first : first.plus({ [`${mention.word.lasts}s`]: 1 }), isHoliday);
  }
  if (IS_TAKEN.test(after)) return null;
  // Who names the date of a holiday has overlooked it; who names a Saturday works then.
  const isOverlooked = isHoliday(first.toFormat('yyyy-MM-dd')) && !first.hasSame(today, 'day');
  return mention.word.exact && !isOverlooked ? first : onBusinessDay(first, isHoliday);
}

/** 「明日の三時まで」 is about the hour. */
function namesHour(after: string): boolean {
  return /^の?(午前|午後|夕方|朝)?\d{1,2}時/.test(after);
}
