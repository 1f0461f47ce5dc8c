import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMeasurement,
  type LoadMeasurement,
  type LoadState,
  putOffIn,
  putOffs,
  unloaded,
} from '../../../backend/load/load-shedding.ts';

const quiet: LoadMeasurement = { lagMs: 5, waitMs: 0 };
const slow: LoadMeasurement = { lagMs: 700, waitMs: 0 };
const verySlow: LoadMeasurement = { lagMs: 3_000, waitMs: 0 };
const queued: LoadMeasurement = { lagMs: 5, waitMs: 20_000 };

const anyMeasurement: fc.Arbitrary<LoadMeasurement> = fc.record({
  lagMs: fc.nat(2_000),
  waitMs: fc.nat(60_000),
});
const anyCourse = fc.array(anyMeasurement, { maxLength: 80 });

/** The same measurement, so many seconds long. */
function seconds(number: number, measured: LoadMeasurement): LoadMeasurement[] {
  return Array.from({ length: number }, () => measured);
}

function stateAfter(course: readonly LoadMeasurement[], from = unloaded): LoadState {
  return course.reduce(afterMeasurement, from);
}

/** How much is put off, second by second. */
function levels(course: readonly LoadMeasurement[], from = unloaded): number[] {
  let state = from;
  return course.map((measured) => {
    state = afterMeasurement(state, measured);
    return levelIn(state);
  });
}

function levelIn(state: LoadState): number {
  return putOffs.indexOf(putOffIn(state));
}

describe('what is put off', () => {
  it('is nothing while there is little to do', () => {
    expect(stateAfter(seconds(60, quiet))).toEqual(unloaded);
  });

  it.each([
    ['the dialling of campaigns first', 3, slow, { because: 'event-loop', putOff: 'campaigns' }],
    ['reports and exports next', 6, verySlow, { because: 'event-loop', putOff: 'campaigns-and-reports' }],
    [
      'the dialling of campaigns, too, where commands wait for their turn',
      3,
      queued,
      { because: 'carrier-commands', putOff: 'campaigns' },
    ],
  ] as const)('is %s', (_, number, measured, overload) => {
    expect(stateAfter(seconds(number, measured)).overload).toEqual(overload);
    expect(stateAfter(seconds(number - 1, measured)).overload).not.toEqual(overload);
  });

  it('is nothing for one long pause, nor for many with a breath between them', () => {
    const course = Array.from({ length: 20 }, () => [verySlow, verySlow, quiet]).flat();

    expect(Math.max(...levels(course))).toBe(0);
  });

  it('comes back after ten quiet seconds, one after the other', () => {
    const loaded = stateAfter(seconds(10, verySlow));

    expect(levelIn(stateAfter(seconds(9, quiet), loaded))).toBe(2);
    expect(levelIn(stateAfter(seconds(10, quiet), loaded))).toBe(1);
    expect(stateAfter(seconds(20, quiet), loaded)).toMatchObject({ overload: null });
  });

  it('goes from one to the next, and never past one, whatever is measured', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const found = [0, ...levels(course)];

        for (const [at, level] of found.entries()) {
          expect(Math.abs(level - (found[at - 1] ?? level))).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is not less for who measures more', () => {
    fc.assert(
      fc.property(anyCourse, anyMeasurement, fc.nat(500), fc.nat(20_000), (course, measured, lag, wait) => {
        const state = stateAfter(course);
        const worse = { lagMs: measured.lagMs + lag, waitMs: measured.waitMs + wait };

        const level = levelIn(afterMeasurement(state, measured));

        expect(levelIn(afterMeasurement(state, worse))).toBeGreaterThanOrEqual(level);
      }),
    );
  });

  it('does not flap: it rises at most once in three seconds, and falls at most once in ten', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const found = [0, ...levels(course)];
        let since = 3;

        for (const [at, level] of found.entries()) {
          const change = level - (found[at - 1] ?? level);
          if (change > 0) expect(since).toBeGreaterThanOrEqual(3);
          if (change < 0) expect(since).toBeGreaterThanOrEqual(10);
          since = change === 0 ? since + 1 : 1;
        }
      }),
    );
  });

  it('stays as it is between where it begins and where it ends', () => {
    const between = fc.record({ lagMs: fc.integer({ min: 250, max: 499 }), waitMs: fc.nat(14_999) });
    fc.assert(
      fc.property(fc.array(between), (course) => {
        const started = stateAfter(seconds(3, slow));

        expect(levels(course).every((level) => level === 0)).toBe(true);
        expect(levels(course, started).every((level) => level === 1)).toBe(true);
      }),
    );
  });
});
