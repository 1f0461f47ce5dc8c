import type { DateTime } from 'luxon';

/** Whether nobody works on that date (`yyyy-MM-dd`), weekends apart. */
export type IsHoliday = (date: string) => boolean;

export function isBusinessDay(day: DateTime, isHoliday: IsHoliday): boolean {
  return day.weekday <= 5 && !isHoliday(day.toFormat('yyyy-MM-dd'));
}

/** The day itself when somebody works on it, else the next such day. The time of day stays. */
export function onBusinessDay(day: DateTime, isHoliday: IsHoliday): DateTime {
  return isBusinessDay(day, isHoliday) ? day : onBusinessDay(day.plus({ days: 1 }), isHoliday);
}

export function nextBusinessDay(day: DateTime, isHoliday: IsHoliday): DateTime {
  return onBusinessDay(day.plus({ days: 1 }), isHoliday);
}

export function lastBusinessDayOfMonth(day: DateTime, isHoliday: IsHoliday): DateTime {
  const before = (candidate: DateTime): DateTime =>
    isBusinessDay(candidate, isHoliday) ? candidate : before(candidate.minus({ days: 1 }));
  return before(day.endOf('month').startOf('day'));
}
