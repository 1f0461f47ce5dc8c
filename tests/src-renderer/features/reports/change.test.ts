import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../../backend/reports/wilson-interval.ts';
import {
  changeOfCount,
  changeOfRate,
  changeOfSeconds,
} from '../../../../src-renderer/features/reports/change.ts';

describe('how a figure has changed', () => {
  it('is a share of the count before', () => {
    expect(changeOfCount(120, 100)).toEqual({ type: 'count', direction: 'up', number: 20, sure: true });
  });

  it('is not known where there was nothing before', () => {
    expect(changeOfCount(5, 0)).toEqual({ type: 'unknown' });
    expect(changeOfRate(rateOf(1, 2), rateOf(0, 0))).toEqual({ type: 'unknown' });
    expect(changeOfSeconds(4, null)).toEqual({ type: 'unknown' });
  });

  it('may be chance between few calls, and is not between many', () => {
    expect(changeOfRate(rateOf(3, 5), rateOf(2, 5))).toMatchObject({ direction: 'up', sure: false });
    expect(changeOfRate(rateOf(600, 1_000), rateOf(400, 1_000))).toMatchObject({
      direction: 'up',
      sure: true,
    });
  });

  it('is none where nobody could read it', () => {
    expect(changeOfSeconds(10.02, 10)).toMatchObject({ direction: 'same', number: 0 });
    expect(changeOfSeconds(9, 10)).toMatchObject({ direction: 'down', number: -1 });
  });
});
