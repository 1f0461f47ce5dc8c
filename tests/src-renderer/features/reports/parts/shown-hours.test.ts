import { describe, expect, it } from 'vitest';
import { shownHours } from '../../../../../src-renderer/features/reports/parts/shown-hours.ts';
import { playedReport } from '../../../../screens/played-report.ts';

const [hour] = playedReport({ period: { from: '2026-11-01', to: '2026-11-20' } }).hours;
const at = (number: number) => (hour === undefined ? [] : [{ ...hour, hour: number }]);

describe('shownHours', () => {
  it('has the usual ones where there was no call', () => {
    expect(shownHours([])).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('has every hour up to the earliest and the latest call', () => {
    expect(shownHours([...at(7), ...at(20)])).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });
});
