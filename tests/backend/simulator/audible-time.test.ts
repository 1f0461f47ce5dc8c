import { describe, expect, it } from 'vitest';
import { audibleTime, silentTime } from '../../../backend/simulator/audible-time.ts';

const limits = { from: 0, to: 20_000 };

function sound(from: number, to: number) {
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    what: { type: 'speech', text: 'はい' } as const,
  };
}

describe('audibleTime', () => {
  it('joins what overlaps, in whatever order it is given', () => {
    const audible = audibleTime([sound(8_000, 9_000), sound(1_000, 4_000), sound(3_000, 5_000)], limits);

    expect(audible).toEqual([
      { from: 1_000, to: 5_000 },
      { from: 8_000, to: 9_000 },
    ]);
  });

  it('keeps what goes on within the longer one', () => {
    expect(audibleTime([sound(0, 10_000), sound(2_000, 3_000)], limits)).toEqual([{ from: 0, to: 10_000 }]);
  });

  it('leaves out what is beyond the limits', () => {
    expect(audibleTime([sound(-5_000, 1_000), sound(19_000, 60_000), sound(21_000, 22_000)], limits)).toEqual(
      [
        { from: 0, to: 1_000 },
        { from: 19_000, to: 20_000 },
      ],
    );
  });
});

describe('silentTime', () => {
  it('is what is left', () => {
    expect(
      silentTime(
        [
          { from: 0, to: 3_000 },
          { from: 5_000, to: 8_000 },
        ],
        limits,
      ),
    ).toEqual([
      { from: 3_000, to: 5_000 },
      { from: 8_000, to: 20_000 },
    ]);
  });

  it('is everything where nothing is to be heard', () => {
    expect(silentTime([], limits)).toEqual([limits]);
  });
});
