import { describe, expect, it } from 'vitest';
import { agrees } from '../../../../backend/conversation/replies/agreement.ts';

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
    'yes please',
  ])('hears consent in 「%s」', (said) => {
    expect(agrees(said)).toBe(true);
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
  ])('hears none in 「%s」', (said) => {
    expect(agrees(said)).toBe(false);
  });
});
