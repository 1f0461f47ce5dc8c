import { describe, expect, it } from 'vitest';
import { everyFault } from './fault-plans.ts';
import { holdCalls, indexOfNumber } from './fault-run.ts';
import type { Violation } from './held-calls.ts';
import { violationsOf } from './violations.ts';

/** In milliseconds; a machine with nothing else to do needs a fraction of it. */
const patience = 1_200_000;
const plan = everyFault(1);

/** However busy the machine is. */
const neverForgiven: ReadonlySet<string> = new Set(['no call is open', 'nobody is dialled twice']);

describe('a hundred calls while everything goes wrong now and then', () => {
  it(
    'all end, are stored as they were held and billed, and leave nobody in silence',
    async () => {
      const { held, counts } = await holdCalls({ first: 0, count: 100, plan });
      const broken = violationsOf(held);
      const late = broken.filter(({ promise }) => !neverForgiven.has(promise));
      const numbers = new Set(late.map(({ number }) => number));

      const alone: Violation[] = [];
      for (const number of numbers) alone.push(...(await brokenAlone(indexOfNumber(number))));

      expect(broken.filter(({ promise }) => neverForgiven.has(promise))).toEqual([]);
      expect(alone, JSON.stringify(broken, null, 2)).toEqual([]);
      expect(numbers.size).toBeLessThan(4);
      expect(held.calls).toHaveLength(100);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    },
    patience,
  );
});

/** A busy machine may be late by itself: a promise is broken where the same call breaks it with the machine to itself, too. */
async function brokenAlone(index: number): Promise<readonly Violation[]> {
  const { held } = await holdCalls({ first: index, count: 1, plan });
  return violationsOf(held);
}
