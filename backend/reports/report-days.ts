import { DateTime } from 'luxon';
import type { ReportPeriod } from '../contract/reports.ts';

/** Every day of the period, as a calendar writes them. */
export function daysOf({ from, to }: ReportPeriod): readonly string[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, at) => daysLater(from, at));
}

/** As many days, just before. */
export function periodBefore(period: ReportPeriod): ReportPeriod {
  return { from: daysLater(period.from, -lengthOf(period)), to: daysLater(period.from, -1) };
}

function lengthOf({ from, to }: ReportPeriod): number {
  return Math.round(dayAt(to).diff(dayAt(from), 'days').days) + 1;
}

function daysLater(day: string, days: number): string {
  return dayAt(day).plus({ days }).toISODate() ?? '';
}

/** In UTC, where every day has 24 hours. */
function dayAt(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
