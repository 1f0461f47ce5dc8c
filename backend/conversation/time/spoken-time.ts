import { DateTime } from 'luxon';
import { type IsHoliday, nextBusinessDay } from './business-days.ts';
import { inJapanese } from './english-time.ts';
import { withDigits } from './numerals.ts';
import { spokenClock } from './spoken-clock.ts';
import { spokenDay } from './spoken-day.ts';

export interface TimeFrame {
  readonly at: Date;
  /** IANA zone of the one who speaks. */
  readonly zone: string;
  readonly isHoliday: IsHoliday;
}

/** When only a day was named. */
const START_OF_CALLS = 10 * 60;

const HOURS_FROM_NOW = /(?<!\d)(\d{1,2})時間(半)?(?!前|以内に電話|営業|制|対応|年中)/;
const MINUTES_FROM_NOW = /(?<![\d時])(\d{1,3})分(?!前)/;

/** The holiday that a customer's words name as the day to call; null without one. */
export function holidayNamed(text: string, { at, zone, isHoliday }: TimeFrame): Date | null {
  const today = DateTime.fromJSDate(at, { zone }).startOf('day');
  const day = spokenDay(withDigits(inJapanese(text)), today, isHoliday);
  return day?.holiday?.toJSDate() ?? null;
}

/** The instant a customer's words point at, at or after which to call; null when they name none. Days off are skipped. */
export function parseSpokenTime(text: string, { at, zone, isHoliday }: TimeFrame): Date | null {
  const now = DateTime.fromJSDate(at, { zone });
  const words = withDigits(inJapanese(text));
  const clock = spokenClock(words);
  const day = spokenDay(words, now.startOf('day'), isHoliday);
  if (day !== null && !(day.isToday && clock === null)) {
    return ahead(atMinutes(day.day, clock?.minutes ?? START_OF_CALLS), now, isHoliday);
  }
  if (clock !== null) return ahead(atMinutes(now, clock.minutes), now, isHoliday);
  return fromNow(words, now);
}

function atMinutes(day: DateTime, minutes: number): DateTime {
  return day.startOf('day').set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

/** A time that has passed today means the next working day. */
function ahead(time: DateTime, now: DateTime, isHoliday: IsHoliday): Date {
  if (time > now) return time.toJSDate();
  const next = nextBusinessDay(now, isHoliday);
  return next.set({ hour: time.hour, minute: time.minute, second: 0, millisecond: 0 }).toJSDate();
}

function fromNow(words: string, now: DateTime): Date | null {
  const [, hours, half] = HOURS_FROM_NOW.exec(words) ?? [];
  if (hours !== undefined) {
    return now.plus({ hours: Number(hours), minutes: half === undefined ? 0 : 30 }).toJSDate();
  }
  const [, minutes] = MINUTES_FROM_NOW.exec(words) ?? [];
  return minutes === undefined ? null : now.plus({ minutes: Number(minutes) }).toJSDate();
}
