import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../backend/contract/reports.ts';
import { groupedDays } from '../../../../src-renderer/features/reports/grouped-days.ts';
import { addDays, daysIntoWeek } from '../../../../src-renderer/platform/zoned-days.ts';

const first = '2025-01-01';
const funnelOf = (dialled: number) => ({
  dialled,
  answered: Math.floor(dialled / 2),
  pastReception: Math.floor(dialled / 3),
  handedOver: Math.floor(dialled / 5),
  succeeded: Math.floor(dialled / 9),
});
const daysWith = (counts: readonly number[]): Report['days'] =>
  counts.map((count, place) => ({ day: addDays(first, place), funnel: funnelOf(count) }));
const sumOf = (some: readonly { funnel: Report['days'][number]['funnel'] }[], of: 'dialled' | 'succeeded') =>
  some.reduce((sum, { funnel }) => sum + funnel[of], 0);

describe('groupedDays', () => {
  it('loses no call, and keeps the days in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 1_100 }), (counts) => {
        const days = daysWith(counts);

        const { groups } = groupedDays(days);

        expect(sumOf(groups, 'dialled')).toBe(sumOf(days, 'dialled'));
        expect(sumOf(groups, 'succeeded')).toBe(sumOf(days, 'succeeded'));
        expect(groups.map(({ day }) => day)).toEqual(groups.map(({ day }) => day).toSorted());
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [30, 'days'],
    [93, 'days'],
    [94, 'weeks'],
    [370, 'weeks'],
    [371, 'months'],
    [1_100, 'months'],
  ] as const)('has %s days by %s', (length, unit) => {
    const grouped = groupedDays(daysWith(Array.from({ length }, () => 1)));

    expect(grouped.unit).toBe(unit);
    expect(grouped.groups.length).toBeLessThanOrEqual(93);
  });

  it('begins every week but the first on a Monday', () => {
    const { groups } = groupedDays(daysWith(Array.from({ length: 200 }, () => 1)));

    expect(new Set(groups.slice(1).map(({ day }) => daysIntoWeek(day)))).toEqual(new Set([0]));
  });
});
