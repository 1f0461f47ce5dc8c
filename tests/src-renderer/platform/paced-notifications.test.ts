import { describe, expect, it } from 'vitest';
import { createPacedScheduler } from '../../../src-renderer/platform/paced-notifications.ts';

function playedTime() {
  let now = 0;
  const timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    setTimeout: (run: () => void, ms: number) => timers.push({ at: now + ms, run }),
    pass: (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
    },
  };
}

describe('createPacedScheduler', () => {
  it('tells the first change at once', () => {
    const time = playedTime();
    const told: string[] = [];
    const schedule = createPacedScheduler({ everyMs: 50, ...time });

    schedule(() => told.push('first'));
    time.pass(0);

    expect(told).toEqual(['first']);
  });

  it('tells those that follow together, none of them later than the pause', () => {
    const time = playedTime();
    const told: string[] = [];
    const schedule = createPacedScheduler({ everyMs: 50, ...time });
    schedule(() => told.push('first'));
    time.pass(0);

    schedule(() => told.push('second'));
    time.pass(20);
    schedule(() => told.push('third'));
    const early = [...told];
    time.pass(30);

    expect(early).toEqual(['first']);
    expect(told).toEqual(['first', 'second', 'third']);
  });

  it('tells a change at once again after a quiet time', () => {
    const time = playedTime();
    const told: string[] = [];
    const schedule = createPacedScheduler({ everyMs: 50, ...time });
    schedule(() => told.push('first'));
    time.pass(0);
    time.pass(1_000);

    schedule(() => told.push('second'));
    time.pass(0);

    expect(told).toEqual(['first', 'second']);
  });
});
