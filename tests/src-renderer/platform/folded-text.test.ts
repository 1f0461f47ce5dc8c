import { describe, expect, it } from 'vitest';
import { partsFound } from '../../../src-renderer/platform/folded-text.ts';

describe('partsFound', () => {
  it('finds every occurrence, however it is written', () => {
    expect(partsFound('ミナト工業のみなとです', 'みなと')).toEqual([
      { text: 'ミナト', found: true },
      { text: '工業の', found: false },
      { text: 'みなと', found: true },
      { text: 'です', found: false },
    ]);
  });

  it.each([
    ['㈱ミナト', 'ミナト', ['㈱', 'ミナト']],
    ['ﾐﾅﾄｶﾞｽです', 'ガス', ['ﾐﾅﾄ', 'ｶﾞｽ', 'です']],
    ['👨‍👩‍👧の件', 'の件', ['👨‍👩‍👧', 'の件']],
  ])('cuts %s at whole letters when %s is searched', (text, search, parts) => {
    expect(partsFound(text, search).map((part) => part.text)).toEqual(parts);
  });

  it('takes no notice of the spaces that speech recognition leaves', () => {
    const parts = partsFound('本日は お 電話 ありがとう ござい ます', 'お電話ありがとう');

    expect(parts.filter(({ found }) => found)).toEqual([{ text: 'お 電話 ありがとう', found: true }]);
    expect(parts.map(({ text }) => text).join('')).toBe('本日は お 電話 ありがとう ござい ます');
  });

  it('finds nothing when nothing is searched, or nothing is there', () => {
    expect(partsFound('お世話になります', ' ')).toEqual([{ text: 'お世話になります', found: false }]);
    expect(partsFound('お世話になります', '在庫')).toEqual([{ text: 'お世話になります', found: false }]);
  });
});
