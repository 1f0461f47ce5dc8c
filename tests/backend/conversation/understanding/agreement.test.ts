import { describe, expect, it } from 'vitest';
import { agrees } from '../../../../backend/conversation/understanding/agreement.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';

describe('agrees', () => {
  it.each([
    'はい',
    'ええ',
    'うん',
    'はいはい',
    'はいお願いします',
    'いいですよ',
    '大丈夫ですよ',
    'どうぞ',
    '構いません',
    '少しなら',
    '少しだけなら',
    '五分くらいなら',
    'わかりました',
    'そうですかじゃあお願いします',
    'はあまあいいですけど',
    '十五分だけですよ',
    'okです',
  ])('hears consent in 「%s」', (said) => {
    expect(agrees(normalise(said))).toBe(true);
  });

  it.each([
    'ふーん',
    'なるほどねえ',
    'なるほど',
    'はあ',
    'はぁ',
    'そうですか',
    'そうなんですね',
    'へえ',
    'へー',
    'ほう',
    'はいなるほど',
    'いいです',
    'うーん',
    'はい何でしょうか',
    '誰に代わるんですか',
    '大丈夫ですか',
    'はい嫌です',
    'はい駄目です',
    'はい無理です',
    'はいわかりません',
    'はい今はできません',
    '自分だけでは決められない',
    '自分くらいの者では',
    '多分だけど',
    'facebookで',
    'それでは困ります',
  ])('hears none in 「%s」', (said) => {
    expect(agrees(normalise(said))).toBe(false);
  });
});
