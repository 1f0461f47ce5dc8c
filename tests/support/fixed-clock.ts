import type { Clock } from '../../backend/kernel/clock.ts';

export interface FixedClock extends Clock {
  pass(seconds: number): void;
}

/** A clock that stands still until it is told otherwise. */
export function fixedClock(start = '2026-11-24T01:00:00.000Z'): FixedClock {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    pass: (seconds) => {
      now += seconds * 1_000;
    },
  };
}
