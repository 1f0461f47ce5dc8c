import type { Report } from '../../../../backend/contract/reports.ts';

/** In which offices are called; they are there also without calls, so that two periods look alike. */
const usual = { first: 9, last: 18 };

/** The hours of the day that a grid has: the usual ones, and every other one in which there were calls, without a gap. */
export function shownHours(hours: Report['hours']): readonly number[] {
  const called = hours.map(({ hour }) => hour);
  const first = Math.min(usual.first, ...called);
  const last = Math.max(usual.last, ...called);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
