import { describe, expect, it } from 'vitest';
import { folded } from '../../../backend/contract/folded.ts';

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
