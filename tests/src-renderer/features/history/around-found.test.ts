import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundFound } from '../../../../src-renderer/features/history/around-found.ts';

describe('aroundFound', () => {
  it('shortens what was said long before', () => {
    const text = '本日は弊社の新しい勤怠管理のサービスの件でお電話いたしました';
    const from = text.indexOf('お電話');

    const { before, found, after } = aroundFound({ text, from, to: from + 3 });

    expect(before).toBe('…しい勤怠管理のサービスの件で');
    expect(found).toBe('お電話');
    expect(after).toBe('いたしました');
  });

  it('loses nothing that was found or said after it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, found, after) => {
        const text = before + found + after;

        const around = aroundFound({ text, from: before.length, to: before.length + found.length });

        expect(around.found + around.after).toBe(found + after);
        expect(before.endsWith(around.before.replace(/^…/, ''))).toBe(true);
      }),
    );
  });
});
