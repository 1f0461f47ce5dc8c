import { DateTime } from 'luxon';
import { isBusinessDay, nextBusinessDay } from './business-days.ts';
import type { TimeFrame } from './spoken-time.ts';

const MORNING = { hour: 10, minute: 0, second: 0, millisecond: 0 };
const LAST_PROMISED_HOUR = 17;

/** When to try again with somebody who has no time now. */
export function nextMorning({ at, zone, isHoliday }: TimeFrame): Date {
  return nextBusinessDay(DateTime.fromJSDate(at, { zone }), isHoliday).set(MORNING).toJSDate();
}

/** When to call somebody whom we could not serve: in an hour or so, on the hour or half hour, else the next morning. */
export function inAnHour(frame: TimeFrame): Date {
  const now = DateTime.fromJSDate(frame.at, { zone: frame.zone });
  const later = now.plus({ hours: 1 });
  const rounded = later
    .startOf('hour')
    .plus({ minutes: later.minute === 0 ? 0 : later.minute <= 30 ? 30 : 60 });
  const isToday = isBusinessDay(now, frame.isHoliday) && rounded.hasSame(now, 'day');
  return isToday && rounded.hour <= LAST_PROMISED_HOUR ? rounded.toJSDate() : nextMorning(frame);
}
