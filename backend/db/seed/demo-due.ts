import { DateTime } from 'luxon';
import { inAnHour } from '../../conversation/time/proposed-time.ts';
import { sayTime } from '../../conversation/time/say-time.ts';
import { nextWorkingMorning } from '../../customers/calling-hours.ts';
import { isJapaneseHoliday } from '../../kernel/japanese-holidays.ts';

/** When something is due after a demo call: at the hour, so many working days later, or as soon as the AI promises. */
export type Due = { readonly workingDays: number; readonly hour: number } | 'in-an-hour';

export function dueAfter(due: Due, at: Date, zone: string): Date {
  if (due === 'in-an-hour') return inAnHour({ at, zone, isHoliday: isJapaneseHoliday });
  let day = at;
  for (let passed = 0; passed < due.workingDays; passed++) day = nextWorkingMorning(day, zone);
  return DateTime.fromJSDate(day, { zone }).set({ hour: due.hour }).toJSDate();
}

/** As people name a time exactly: 「明日の午後3時」. */
export function sayExactTime(time: Date, now: Date, zone: string): string {
  return sayTime(time, now, zone).replace(/ごろ$/, '');
}
