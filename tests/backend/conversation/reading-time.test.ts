import { describe, expect, it } from 'vitest';
import { secondsToSay } from '../../../backend/conversation/reading-time.ts';

describe('secondsToSay', () => {
  it.each([
    ['', 0],
    ['かしこまりました。', 0.8],
    ['きょうは、いいてんきです。', 1.3],
  ])('takes 「%s」 for %d seconds', (text, seconds) => {
    expect(secondsToSay(text, 'ja-JP', [])).toBe(seconds);
  });

  it('counts pauses between sentences, and none after the last', () => {
    const one = secondsToSay('はい。', 'ja-JP', []);
    const two = secondsToSay('はい。はい。', 'ja-JP', []);

    expect(two - 2 * one).toBeCloseTo(0.4, 1);
  });

  it('counts a name as it is read', () => {
    const dictionary = [{ written: '東京', reading: 'とうきょうとくきょかきょく', english: null }];

    expect(secondsToSay('東京', 'ja-JP', dictionary)).toBeGreaterThan(secondsToSay('東京', 'ja-JP', []));
  });

  it('counts English by its letters', () => {
    expect(secondsToSay('One moment, please.', 'en-US', [])).toBe(1.3);
  });
});
