import { describe, expect, it } from 'vitest';
import { brokenPromises } from './broken-promises.ts';
import { everyFault } from './fault-plans.ts';
import { holdCalls } from './fault-run.ts';
import { violationsOf } from './violations.ts';

/** In milliseconds; a machine with nothing else to do needs a fraction of it. */
const patience = 1_200_000;

describe('a hundred calls while everything goes wrong now and then', () => {
  it(
    'all end, are stored as they were held and billed, and leave nobody in silence',
    async () => {
      const { held, counts } = await holdCalls({ first: 0, count: 100, plan: everyFault(1) });

      const broken = violationsOf(held);
      expect(broken, brokenPromises(broken, held)).toEqual([]);
      expect(held.calls).toHaveLength(100);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
    },
    patience,
  );
});
