import { DateTime } from 'luxon';
import type { CallingHours } from '../config/config.ts';
import { isJapaneseHoliday } from '../kernel/japanese-holidays.ts';

/** Whether a customer may be called at `now`: within the hours, in the customer's own zone, on a working day. */
export function mayCallAt(hours: CallingHours, timeZone: string, now: Date): boolean {
  if (hours.type === 'always') return true;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const minute = local.hour * 60 + local.minute;
  return isWorkingDay(local) && minute >= hours.from && minute < hours.to;
}

/**
 * The first time from `time` on at which a customer may be called. The hour stays where only the day is wrong; one that is too early or too
 * late becomes the first of a day.
 */
export function nextCallableAt(hours: CallingHours, timeZone: string, time: Date): Date {
  if (hours.type === 'always' || mayCallAt(hours, timeZone, time)) return time;
  const local = DateTime.fromJSDate(time, { zone: timeZone });
  const minute = local.hour * 60 + local.minute;
  const tooLate = minute >= hours.to;
  let day = local.startOf('day').plus({ days: tooLate ? 1 : 0 });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  const callable = tooLate || minute < hours.from ? hours.from : minute;
  return day.set({ hour: Math.floor(callable / 60), minute: callable % 60 }).toJSDate();
}

/** Ten in the morning of the next working day, in the customer's zone: when to try again where nobody named a time. */
export function nextWorkingMorning(after: Date, timeZone: string): Date {
  let day = DateTime.fromJSDate(after, { zone: timeZone }).startOf('day').plus({ days: 1 });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.set({ hour: 10 }).toJSDate();
}

/** In the local zone: neither at the weekend nor a Japanese holiday. */
export function isWorkingDay(local: DateTime): boolean {
  return local.weekday <= 5 && !isJapaneseHoliday(local.toISODate() ?? '');
}
