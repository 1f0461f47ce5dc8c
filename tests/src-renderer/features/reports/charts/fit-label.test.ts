import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLabel } from '../../../../../src-renderer/features/reports/charts/fit-label.ts';

describe('fitLabel', () => {
  it('leaves alone what there is room for', () => {
    expect(fitLabel('展示会のお礼', 120)).toBe('展示会のお礼');
  });

  it('cuts off what there is no room for, Japanese sooner than English', () => {
    expect(fitLabel('秋の勤怠管理キャンペーン', 80)).toBe('秋の勤怠管…');
    expect(fitLabel('Autumn campaign', 80)).toBe('Autumn cam…');
  });

  it('says that it cut something off, and never makes it longer', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        const fitted = fitLabel(text, width);

        expect(fitted === text || fitted.endsWith('…')).toBe(true);
        expect([...fitted].length).toBeLessThanOrEqual(Math.max(2, [...text].length));
      }),
    );
  });
});
