import type { DateTime } from 'luxon';
import { type IsHoliday, isBusinessDay, lastBusinessDayOfMonth, nextBusinessDay } from './business-days.ts';

/** A way of naming a day. */
export interface DayWord {
  readonly pattern: RegExp;
  /** The first day of what was named; null when no such day exists. */
  readonly first: FirstDay;
  /** How long what was named lasts: 「来週まで」 ends a week later, 「明日まで」 a day. */
  readonly lasts: 'day' | 'week' | 'month';
  /** A date is meant as said, unless it is a holiday; any other day means the next one on which somebody works. */
  readonly exact: boolean;
}

type FirstDay = (today: DateTime, match: RegExpExecArray, isHoliday: IsHoliday) => DateTime | null;

const WEEKDAYS = '月火水木金土日';

/** The more specific word stands first: of two that begin at the same place, it counts. */
export const DAY_WORDS: readonly DayWord[] = [
  date(/(今月|来月|翌月|再来月|\d{1,2}月)?の?第([1-5一二三四五])([月火水木金土日])曜日?/g, nthWeekday),
  day(/(今月|来月|翌月|再来月)の?([上中下])旬/g, (today, match) => thirdOfMonth(today, match)),
  day(/(今月|来月|翌月|再来月|\d{1,2}月)の?(前半|半ば|中頃|後半)/g, partOfMonth),
  day(/(今週|来週|次週|翌週|再来週)の?(前半|半ば|中頃|後半)/g, partOfWeek),
  day(/(\d+)営業日/g, (today, match, isHoliday) => businessDaysLater(today, numberIn(match), isHoliday)),
  day(/(\d+)日(?:後|ほど|くらい|したら)/g, (today, match) => today.plus({ days: numberIn(match) })),
  day(/(\d+)週間(?:後|ほど|くらい|したら)?/g, (today, match) => today.plus({ weeks: numberIn(match) })),
  day(/(\d+)[かヶカケ]月(?:後|ほど|くらい|したら)?/g, (today, match) =>
    today.plus({ months: numberIn(match) }),
  ),
  date(/(\d{1,2})月の?(\d{1,2})日/g, (today, match) => dateAhead(today, numberIn(match), Number(match[2]))),
  date(/来月の?(\d{1,2})日/g, (today, match) => dayOfMonth(today.plus({ months: 1 }), numberIn(match))),
  day(/(\d{1,2})月の?末/g, (today, match, isHoliday) =>
    endOfMonth(dateAhead(today, numberIn(match), 1), isHoliday),
  ),
  day(/来月の?末/g, (today, _, isHoliday) => endOfMonth(today.plus({ months: 1 }), isHoliday)),
  day(/(\d{1,2})月の?([上中下])旬/g, (today, match) =>
    dateAhead(today, numberIn(match), firstOfThird(match)),
  ),
  month(/(\d{1,2})月/g, (today, match) => dateAhead(today, numberIn(match), 1)),
  date(/(\d{1,2})日(?!間)/g, (today, match) => dayAhead(today, numberIn(match))),
  day(/再来週の?([月火水木金])曜日?/g, (today, match) => weekdayIn(today, 2, match)),
  date(/再来週の?([土日])曜日?/g, (today, match) => weekdayIn(today, 2, match)),
  day(/(?:来週|次週|翌週)の?([月火水木金])曜日?/g, (today, match) => weekdayIn(today, 1, match)),
  date(/(?:来週|次週|翌週)の?([土日])曜日?/g, (today, match) => weekdayIn(today, 1, match)),
  day(/今週の?([月火水木金])曜日?/g, (today, match) => weekdayIn(today, 0, match)),
  date(/今週の?([土日])曜日?/g, (today, match) => weekdayIn(today, 0, match)),
  day(/([月火水木金])曜日?/g, (today, match) => weekdayAhead(today, match)),
  date(/([土日])曜日?/g, (today, match) => weekdayAhead(today, match)),
  week(/再来週/g, (today) => today.startOf('week').plus({ weeks: 2 })),
  week(/来週|次週|翌週|週明け/g, (today) => today.startOf('week').plus({ weeks: 1 })),
  week(/今週(?=いっぱい|一杯|は|も|以外|まで(?!に))/g, (today) => today.startOf('week')),
  month(/再来月/g, (today) => today.startOf('month').plus({ months: 2 })),
  month(/来月|翌月|月明け|月が[変代]わ/g, (today) => today.startOf('month').plus({ months: 1 })),
  month(/今月(?=いっぱい|一杯|は|も|以外|まで(?!に))/g, (today) => today.startOf('month')),
  day(/月末/g, (today, _, isHoliday) => lastBusinessDayOfMonth(today, isHoliday)),
  day(/大晦日|大みそか|おおみそか/g, (today) => today.set({ month: 12, day: 31 })),
  day(/年明け|年が明け|来年/g, (today) => today.startOf('year').plus({ years: 1 })),
  day(/お盆(?:休み)?(?:明け|過ぎ|すぎ|の?後)/g, (today) => dateAhead(today, 8, 17)),
  day(/(?:ゴールデンウィーク|gw|大型連休)(?:明け|過ぎ|すぎ|の?後)/gi, (today) => dateAhead(today, 5, 6)),
  day(/(?:連休|(?<!昼)休み|休日|祝日)明け/g, (today, _, isHoliday) => afterNextDaysOff(today, isHoliday)),
  day(/しあさって|明々後日|明明後日/g, (today) => today.plus({ days: 3 })),
  day(/明後日|あさって/g, (today) => today.plus({ days: 2 })),
  day(/翌営業日|次の営業日/g, (today, _, isHoliday) => nextBusinessDay(today, isHoliday)),
  day(/明日|あした|あす(?!か)|みょうにち|翌日|明朝/g, (today) => today.plus({ days: 1 })),
  date(/今日|本日|きょう/g, (today) => today),
];

function day(pattern: RegExp, first: FirstDay): DayWord {
  return { pattern, first, lasts: 'day', exact: false };
}

function date(pattern: RegExp, first: FirstDay): DayWord {
  return { pattern, first, lasts: 'day', exact: true };
}

function week(pattern: RegExp, first: FirstDay): DayWord {
  return { pattern, first, lasts: 'week', exact: false };
}

function month(pattern: RegExp, first: FirstDay): DayWord {
  return { pattern, first, lasts: 'month', exact: false };
}

function numberIn(match: RegExpExecArray): number {
  return Number(match[1]);
}

function businessDaysLater(from: DateTime, days: number, isHoliday: IsHoliday): DateTime {
  return days <= 0 ? from : businessDaysLater(nextBusinessDay(from, isHoliday), days - 1, isHoliday);
}

function dateAhead(today: DateTime, monthNumber: number, dayNumber: number): DateTime | null {
  const thisYear = today.set({ month: monthNumber, day: dayNumber });
  if (!thisYear.isValid || thisYear.month !== monthNumber) return null;
  return thisYear < today ? thisYear.plus({ years: 1 }) : thisYear;
}

function endOfMonth(inMonth: DateTime | null, isHoliday: IsHoliday): DateTime | null {
  return inMonth === null ? null : lastBusinessDayOfMonth(inMonth, isHoliday);
}

function firstOfThird(match: RegExpExecArray): number {
  return 1 + 10 * '上中下'.indexOf(match[2] ?? '');
}

function dayAhead(today: DateTime, dayNumber: number): DateTime | null {
  const thisMonth = dayOfMonth(today, dayNumber);
  return thisMonth !== null && thisMonth >= today
    ? thisMonth
    : dayOfMonth(today.startOf('month').plus({ months: 1 }), dayNumber);
}

function dayOfMonth(inMonth: DateTime, dayNumber: number): DateTime | null {
  if (dayNumber < 1 || dayNumber > (inMonth.daysInMonth ?? 0)) return null;
  return inMonth.set({ day: dayNumber });
}

/** 「来月の第二火曜日」; without a month the next one there is. */
function nthWeekday(
  today: DateTime,
  [, monthName, nth = '', weekday = '']: RegExpExecArray,
): DateTime | null {
  const inMonth = (from: DateTime): DateTime | null => {
    const first = from.startOf('month');
    const daysToWeekday = (WEEKDAYS.indexOf(weekday) + 8 - first.weekday) % 7;
    const found = first.plus({ days: daysToWeekday + 7 * (rankOf(nth) - 1) });
    return found.month === first.month ? found : null;
  };
  if (monthName !== undefined) return inMonth(monthNamed(today, monthName));
  const thisMonth = inMonth(today);
  return thisMonth !== null && thisMonth > today
    ? thisMonth
    : inMonth(today.startOf('month').plus({ months: 1 }));
}

function rankOf(numeral: string): number {
  return Number(numeral) || 1 + '一二三四五'.indexOf(numeral);
}

function monthNamed(today: DateTime, name: string): DateTime {
  switch (name) {
    case '今月':
      return today.startOf('month');
    case '来月':
    case '翌月':
      return today.startOf('month').plus({ months: 1 });
    case '再来月':
      return today.startOf('month').plus({ months: 2 });
    default: {
      const inYear = today.startOf('year').plus({ months: Number.parseInt(name, 10) - 1 });
      return inYear < today.startOf('month') ? inYear.plus({ years: 1 }) : inYear;
    }
  }
}

function thirdOfMonth(today: DateTime, match: RegExpExecArray): DateTime {
  return monthNamed(today, match[1] ?? '').set({ day: firstOfThird(match) });
}

function partOfMonth(today: DateTime, [, name = '', part]: RegExpExecArray): DateTime {
  return monthNamed(today, name).set({ day: part === '前半' ? 1 : part === '後半' ? 16 : 15 });
}

function partOfWeek(today: DateTime, [, name = '', part]: RegExpExecArray): DateTime {
  const weeks = name === '今週' ? 0 : name === '再来週' ? 2 : 1;
  return today.startOf('week').plus({ weeks, days: part === '前半' ? 0 : part === '後半' ? 3 : 2 });
}

function weekdayIn(today: DateTime, weeksAhead: number, match: RegExpExecArray): DateTime {
  return today.startOf('week').plus({ weeks: weeksAhead, days: WEEKDAYS.indexOf(match[1] ?? '') });
}

function weekdayAhead(today: DateTime, match: RegExpExecArray): DateTime {
  const thisWeek = weekdayIn(today, 0, match);
  return thisWeek > today ? thisWeek : thisWeek.plus({ weeks: 1 });
}

function afterNextDaysOff(today: DateTime, isHoliday: IsHoliday): DateTime {
  const untilOff = (candidate: DateTime): DateTime =>
    isBusinessDay(candidate, isHoliday) ? untilOff(candidate.plus({ days: 1 })) : candidate;
  return nextBusinessDay(untilOff(today), isHoliday);
}
