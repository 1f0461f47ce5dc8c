import { describe, expect, it } from 'vitest';
import { promisesToCall } from '../../../../backend/conversation/understanding/callback-side.ts';

describe('promisesToCall', () => {
  it.each([
    '折り返しお電話いたします',
    'こちらからご連絡差し上げます',
    'のちほどこちらから折り返すとのことです',
    'こちらから連絡すると申しております',
    '戻りましたら連絡するように申し伝えます',
    '戻りましたら折り返しさせます',
  ])('hears that they call us in 「%s」', (text) => {
    expect(promisesToCall(text)).toBe(true);
  });

  it.each(['のちほどおかけ直しください', '明日の三時にお電話いただけますか', '夕方でお願いします'])(
    'hears that we call them in 「%s」',
    (text) => {
      expect(promisesToCall(text)).toBe(false);
    },
  );
});
