import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';

describe('normalise', () => {
  it.each([
    ['えーと、少々お待ち下さい。', '少々お待ちください'],
    ['お電話変わりました', 'お電話代わりました'],
    ['おでんわかわりました', 'お電話代わりました'],
    ['ＡＩですか？', 'aiですか'],
    ['エーアイですか', 'aiですか'],
    ['只今席をはずして居ります', 'ただいま席を外しております'],
    ['要件は何でしょうか', '用件は何でしょうか'],
    ['決行です', '結構です'],
    ['折返しお電話致します', '折り返しお電話いたします'],
    ['お取次ぎは出来ません', 'お取り次ぎはできません'],
    ['ほーむぺーじからお願いします', 'ホームページからお願いします'],
  ])('writes 「%s」 as 「%s」', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each(['そうなんですか', '30分からお願いします', '外出先なんです', 'ええ'])(
    'leaves 「%s」 alone',
    (text) => {
      expect(normalise(text)).toBe(text);
    },
  );
});
