import { DateTime } from 'luxon';
import type { WorkingHours, WorkSchedule } from '../contract/agents.ts';
import { isJapaneseHoliday } from '../kernel/japanese-holidays.ts';

/** Whether an agent works at `now`: within their hours, in no break, and not on leave. */
export function isAtWork(schedule: WorkSchedule, now: Date): boolean {
  const local = DateTime.fromJSDate(now, { zone: schedule.timeZone });
  const date = local.toISODate() ?? '';
  if (schedule.leave.some(({ from, to }) => from <= date && date <= to)) return false;
  const asOnSundays = !schedule.worksOnHolidays && isJapaneseHoliday(date);
  const today = schedule.workingHours[asOnSundays ? sunday : local.weekday - 1];
  if (!today) return false;
  const minute = local.hour * 60 + local.minute;
  return covers(today, minute) && !(today.breaks ?? []).some((pause) => covers(pause, minute));
}

function covers({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean {
  return minute >= from && minute < to;
}

const sunday = 6;
const officeDay = { from: 9 * 60, to: 18 * 60 };
const wholeDay = { from: 0, to: 24 * 60 };

/** Monday to Friday, nine to six. */
export const officeHours: WorkingHours = [officeDay, officeDay, officeDay, officeDay, officeDay, null, null];

export const roundTheClock: WorkingHours = Array.from({ length: 7 }, () => wholeDay);
