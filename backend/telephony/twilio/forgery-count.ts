import type { Clock } from '../../kernel/clock.ts';

/** Webhooks that were turned away for their signature, since the process started: a wrong auth token or address, or somebody who tries. */
export interface ForgeryCount {
  note(): void;
  lastHour(): number;
  lastAt(): Date | null;
}

const minuteMs = 60_000;

/** Counted by the minute, so that a flood of them takes no room. */
export function createForgeryCount(clock: Clock): ForgeryCount {
  const byMinute = new Map<number, number>();
  let last: Date | null = null;

  function forgetOld(thisMinute: number): void {
    for (const minute of byMinute.keys()) {
      if (minute <= thisMinute - 60) byMinute.delete(minute);
    }
  }

  function currentMinute(): number {
    const minute = Math.floor(clock.now().getTime() / minuteMs);
    forgetOld(minute);
    return minute;
  }

  return {
    note() {
      const minute = currentMinute();
      byMinute.set(minute, (byMinute.get(minute) ?? 0) + 1);
      last = clock.now();
    },
    lastHour() {
      currentMinute();
      return [...byMinute.values()].reduce((sum, count) => sum + count, 0);
    },
    lastAt: () => last,
  };
}
