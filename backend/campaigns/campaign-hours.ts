import { DateTime } from 'luxon';
import type { CallingHours } from '../config/config.ts';
import type { TimeOfDay } from '../contract/customers.ts';
import { isWorkingDay, nextCallableAt } from '../customers/calling-hours.ts';

/** When a campaign calls: in its own hours, as long as the company calls at all. Null when that is never. */
export function campaignHours(company: CallingHours, own: TimeOfDay | null): CallingHours | null {
  if (own === null) return company;
  const window = { type: 'window', ...own } as const;
  if (company.type === 'always') return window;
  const from = Math.max(company.from, own.from);
  const to = Math.min(company.to, own.to);
  return from < to ? { type: 'window', from, to } : null;
}

export interface WorkSpan {
  readonly from: Date;
  /** Of calling, without the hours and days on which nobody is called. */
  readonly ms: number;
}

/** When so much calling will be done. */
export function endOfWork({ from, ms }: WorkSpan, hours: CallingHours, timeZone: string): Date {
  if (hours.type === 'always') return new Date(from.getTime() + ms);
  let at = nextCallableAt(hours, timeZone, from);
  let left = ms;
  for (;;) {
    const day = DateTime.fromJSDate(at, { zone: timeZone }).startOf('day');
    const closing = day.set({ hour: Math.floor(hours.to / 60), minute: hours.to % 60 }).toJSDate();
    const room = closing.getTime() - at.getTime();
    if (left <= room) return new Date(at.getTime() + left);
    left -= room;
    at = nextCallableAt(hours, timeZone, closing);
  }
}

interface RecentSpan {
  readonly until: Date;
  /** Of calling, at most. */
  readonly ms: number;
  readonly notBefore: Date;
}

/** The last so much calling: when it began, and how long it was without the hours and days on which nobody is called. */
export function recentWork(
  { until, ms, notBefore }: RecentSpan,
  hours: CallingHours,
  timeZone: string,
): { readonly since: Date; readonly ms: number } {
  let since = until.getTime();
  let left = ms;
  let day = DateTime.fromJSDate(until, { zone: timeZone }).startOf('day');
  while (left > 0 && day.plus({ days: 1 }).toMillis() > notBefore.getTime()) {
    const [opens, closes] = openHoursOf(day, hours);
    const from = Math.max(opens, notBefore.getTime());
    const room = Math.min(Math.max(Math.min(closes, until.getTime()) - from, 0), left);
    if (room > 0) since = Math.min(closes, until.getTime()) - room;
    left -= room;
    day = day.minus({ days: 1 });
  }
  return { since: new Date(since), ms: ms - left };
}

/** In milliseconds since 1970; one that ends as it begins where nobody is called on that day. */
function openHoursOf(day: DateTime, hours: CallingHours): readonly [number, number] {
  if (hours.type === 'always') return [day.toMillis(), day.plus({ days: 1 }).toMillis()];
  const at = (minutes: number) =>
    day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
  return isWorkingDay(day) ? [at(hours.from), at(hours.to)] : [day.toMillis(), day.toMillis()];
}
