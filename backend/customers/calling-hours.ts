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

/** Ten in the morning of the next working day, in the customer's zone: when to try again where nobody named a time. */
export function nextWorkingMorning(after: Date, timeZone: string): Date {
  let day = DateTime.fromJSDate(after, { zone: timeZone }).startOf('day').plus({ days: 1 });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  return day.set({ hour: 10 }).toJSDate();
}

function isWorkingDay(local: DateTime): boolean {
  return local.weekday <= 5 && !isJapaneseHoliday(local.toISODate() ?? '');
}
