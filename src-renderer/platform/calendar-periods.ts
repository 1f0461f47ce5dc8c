import { addDays, dateIn, daysIntoWeek } from './zoned-days.ts';

export const calendarPeriods = [
  'today',
  'yesterday',
  'week',
  'last-week',
  'month',
  'last-month',
  'last-30-days',
  'last-90-days',
] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];

/** Both days included; `yyyy-MM-dd`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of a named period around `now`, in the zone; weeks begin on Mondays, and what goes on ends today. */
export function daysOf(name: CalendarPeriod, timeZone: string, now: number): Days {
  const today = dateIn(timeZone, now);
  const monday = addDays(today, -daysIntoWeek(today));
  const firstOfMonth = firstOfMonthOf(today);
  switch (name) {
    case 'today':
      return { first: today, last: today };
    case 'yesterday':
      return { first: addDays(today, -1), last: addDays(today, -1) };
    case 'week':
      return { first: monday, last: today };
    case 'last-week':
      return { first: addDays(monday, -7), last: addDays(monday, -1) };
    case 'month':
      return { first: firstOfMonth, last: today };
    case 'last-month': {
      const last = addDays(firstOfMonth, -1);
      return { first: firstOfMonthOf(last), last };
    }
    case 'last-30-days':
      return { first: addDays(today, -29), last: today };
    case 'last-90-days':
      return { first: addDays(today, -89), last: today };
  }
}

function firstOfMonthOf(date: string): string {
  return `${date.slice(0, 'yyyy-MM'.length)}-01`;
}
