import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../../backend/customers/search-terms.ts';

describe('searchTerms', () => {
  it('reads hiragana and half-width kana as the katakana that readings are kept in', () => {
    expect(searchTerms('みなと').reading).toBe('ミナト');
    expect(searchTerms('ﾐﾅﾄ').reading).toBe('ミナト');
  });

  it.each(['03-0001-0001', '０３－０００１－０００１', '03 0001 0001', '(03)0001-0001', '+81 3-0001-0001'])(
    'finds the number however it is written: %s',
    (typed) => {
      expect(searchTerms(typed).numbers).toContain('+81300010001');
    },
  );

  it('takes digits for a part of a number wherever it stands', () => {
    expect(searchTerms('0001').numbers).toEqual(['0001', '+81001']);
  });

  it.each(['株式会社', '3丁目', '1', '-'])('takes %s for no number', (typed) => {
    expect(searchTerms(typed).numbers).toEqual([]);
  });
});
