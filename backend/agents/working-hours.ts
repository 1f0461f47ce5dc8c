import { DateTime } from 'luxon';
import type { WorkingHours } from '../contract/agents.ts';
import { isJapaneseHoliday } from '../kernel/japanese-holidays.ts';

/** Whether an agent works at `now`. On public holidays they work as on Sundays, as Japanese timetables have it (日祝). */
export function isWithinWorkingHours(hours: WorkingHours, timeZone: string, now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const weekday = isJapaneseHoliday(local.toISODate() ?? '') ? sunday : local.weekday - 1;
  const today = hours[weekday];
  if (!today) return false;
  const minute = local.hour * 60 + local.minute;
  return minute >= today.from && minute < today.to;
}

const sunday = 6;
const officeDay = { from: 9 * 60, to: 18 * 60 };
const wholeDay = { from: 0, to: 24 * 60 };

/** Monday to Friday, nine to six. */
export const officeHours: WorkingHours = [officeDay, officeDay, officeDay, officeDay, officeDay, null, null];

export const roundTheClock: WorkingHours = Array.from({ length: 7 }, () => wholeDay);
