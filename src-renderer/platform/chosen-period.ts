import { z } from 'zod';
import { type CalendarPeriod, calendarPeriods, type Days, daysOf } from './calendar-periods.ts';

/** A usual period, which moves on with the days, or days of one's own. */
export type ChosenPeriod = CalendarPeriod | Days;

const writtenSchema = z.union([
  z.enum(calendarPeriods),
  z
    .templateLiteral([z.iso.date(), '~', z.iso.date()])
    .transform((days): Days => ({ first: days.slice(0, dateLength), last: days.slice(-dateLength) })),
]);

/** As an address has it: `week`, or `2026-11-01~2026-11-20`. Null for anything else. */
export function periodFrom(written: string | undefined): ChosenPeriod | null {
  return writtenSchema.safeParse(written).data ?? null;
}

export function writtenPeriod(period: ChosenPeriod): string {
  return typeof period === 'string' ? period : `${period.first}~${period.last}`;
}

/** Null where the last day is before the first. */
export function daysOfPeriod(period: ChosenPeriod, timeZone: string, now: number): Days | null {
  const days = typeof period === 'string' ? daysOf(period, timeZone, now) : period;
  return days.first <= days.last ? days : null;
}

const dateLength = 'yyyy-MM-dd'.length;
