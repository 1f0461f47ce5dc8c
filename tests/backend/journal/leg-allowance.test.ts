import { describe, expect, it } from 'vitest';
import { createLegAllowance } from '../../../backend/journal/leg-allowance.ts';
import { takeToken } from '../../../backend/journal/token-bucket.ts';
import { createSimulatedClock } from '../../../backend/simulator/clock.ts';

const speed = 50;

describe('createLegAllowance', () => {
  it('gives turns as often as legs may be asked for, in the order in which they were wanted', async () => {
    using clock = createSimulatedClock({ speed });
    const allowance = createLegAllowance({ legsPerSecond: 1, clock, speed });
    const began = performance.now();
    const given: number[] = [];

    await Promise.all([1, 2, 3].map((who) => allowance.turn().then(() => given.push(who))));

    expect(given).toEqual([1, 2, 3]);
    // Two seconds, less what a timer may come early.
    expect((performance.now() - began) * speed).toBeGreaterThanOrEqual(1_900);
  });

  it('leaves nothing to others until what was taken in advance has come', async () => {
    using clock = createSimulatedClock({ speed });
    const allowance = createLegAllowance({ legsPerSecond: 1, clock, speed });
    const now = clock.now();

    await allowance.turn();
    const waiting = allowance.turn();

    expect(takeToken(allowance.bucket(), 1, now)).toMatchObject({ type: 'empty' });
    await waiting;
  });
});
