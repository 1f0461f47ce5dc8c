import { describe, expect, it } from 'vitest';
import { withoutDeniedRefusal } from '../../../../backend/conversation/understanding/denied-refusal.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';

const refused = { intent: 'rejection', confidence: 1 } as const;

describe('a refusal that is denied', () => {
  it.each([
    'お断りするわけではないんですが',
    '断るつもりはないですよ',
    '断るなんて言うてませんよ',
    'いらないことはないけど',
    'いらなくはないんですよ',
    '必要ないとは言い切れないですね',
    '結構ですと言ってるわけではないです',
    '興味なくはないです',
    '別に嫌じゃないですよ',
    '断る理由もないし',
  ])('blocks nobody: 「%s」', (text) => {
    const meant = withoutDeniedRefusal(refused, normalise(text), 'explained');

    expect(meant.intent).toBe('interested');
    expect(meant.confidence).toBeLessThan(0.4);
  });

  it('is enough to bring a human to the person in charge', () => {
    const meant = withoutDeniedRefusal(refused, normalise('断るつもりはないですよ'), 'person');

    expect(meant).toEqual({ intent: 'interested', confidence: 0.6 });
  });
});

describe('a refusal that stands', () => {
  it.each([
    'いらないわけではないですが今回は見送ります',
    '不在ではございませんがお取り次ぎはしておりません',
    '断りたくはないんですけど結構です',
    'いらないって言ってるじゃないですか',
    '必要ないって言いませんでしたか',
    'いらないものはいらない',
    '無理なものは無理です',
    'お断りするしかありません',
    '興味もないし時間もない',
  ])('is one: 「%s」', (text) => {
    expect(withoutDeniedRefusal(refused, normalise(text), 'explained')).toBe(refused);
  });
});
