import type { CallResult } from './vocabulary.ts';

/** Nothing is agreed with somebody who refused. */
export function allowsNextAction(result: CallResult): boolean {
  return result !== 'rejected';
}

/** Forms know minutes, not seconds. */
const minuteMs = 60_000;

/** To the minute. What was planned before and is not changed is not refused because time has passed. `now` in milliseconds since 1970. */
export function isInThePast(at: string, now: number, planned: string | null): boolean {
  if (planned !== null && minuteOf(at) === minuteOf(planned)) return false;
  return Date.parse(at) < now - minuteMs;
}

function minuteOf(at: string): number {
  return Math.floor(Date.parse(at) / minuteMs);
}
