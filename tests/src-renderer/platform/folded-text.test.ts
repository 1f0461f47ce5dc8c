import { describe, expect, it } from 'vitest';
import { folded, partsFound } from '../../../src-renderer/platform/folded-text.ts';

describe('folded', () => {
  it.each([
    ['ＡＢＣ株式会社', 'abc株式会社'],
    ['ミナト', 'みなと'],
    ['ﾐﾅﾄｶﾞｽ', 'みなとがす'],
    ['コーヒー', 'こーひー'],
  ])('takes %s for %s', (written, meant) => {
    expect(folded(written)).toBe(meant);
  });
});

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

  it('finds nothing when nothing is searched, or nothing is there', () => {
    expect(partsFound('お世話になります', ' ')).toEqual([{ text: 'お世話になります', found: false }]);
    expect(partsFound('お世話になります', '在庫')).toEqual([{ text: 'お世話になります', found: false }]);
  });
});
