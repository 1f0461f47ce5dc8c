import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_SAMPLES, SILENCE } from '../../../../backend/simulator/media/frame.ts';
import { mixMinus } from '../../../../backend/simulator/media/mix-minus.ts';

const level = (value: number): Int16Array => new Int16Array(FRAME_SAMPLES).fill(value);

describe('mixMinus', () => {
  it('lets each leg hear all the others and never itself', () => {
    const heard = mixMinus([level(100), level(20), level(3)]);

    expect(heard.map((frame) => frame[0])).toEqual([23, 103, 120]);
  });

  it('lets those who say nothing hear everybody', () => {
    const heard = mixMinus([level(100), null, level(3), null]);

    expect(heard.map((frame) => frame[7])).toEqual([3, 103, 100, 103]);
  });

  it('clips what is too loud instead of turning it over', () => {
    const heard = mixMinus([level(30_000), level(30_000), level(-1), null]);

    expect(heard.map((frame) => frame[0])).toEqual([29_999, 29_999, 32_767, 32_767]);
  });

  it('gives everybody silence while nobody speaks', () => {
    expect(mixMinus([null, null])).toEqual([SILENCE, SILENCE]);
  });

  it('hears, for any number of quiet speakers, the sum of the others', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -900, max: 900 })), { maxLength: 12 }), (said) => {
        const heard = mixMinus(said.map((value) => (value === null ? null : level(value))));

        const sum = said.reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(heard.map((frame) => frame[0])).toEqual(said.map((own) => sum - (own ?? 0)));
      }),
    );
  });
});
