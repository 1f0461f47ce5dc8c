import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../backend/reports/wilson-interval.ts';

describe('rateOf', () => {
  it('does not put 3 of 5 before 300 of 600', () => {
    expect(rateOf(3, 5).low).toBeLessThan(rateOf(300, 600).low);
  });

  it('has Wilson’s bounds for 4 of 20', () => {
    const { low, high } = rateOf(4, 20);

    expect(low).toBeCloseTo(0.0807, 3);
    expect(high).toBeCloseTo(0.416, 3);
  });

  it.each([
    [0, 10],
    [10, 10],
    [1, 1_000_000],
  ])('keeps %i of %i within its bounds, and those between nothing and all', (count, of) => {
    const { share, low, high } = rateOf(count, of);

    expect([0 <= low, low <= (share ?? 0), (share ?? 0) <= high, high <= 1]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('knows nothing of nothing', () => {
    expect(rateOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: 0, high: 1 });
  });
});
