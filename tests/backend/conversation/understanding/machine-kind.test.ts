import { describe, expect, it } from 'vitest';
import { classify } from '../../../../backend/conversation/understanding/classify.ts';
import { keyFor } from '../../../../backend/conversation/understanding/machine-kind.ts';

function pressed(text: string): string | null {
  const classification = classify(text, { stage: 'opening', person: null });
  const isMenu = classification.intent === 'machine' && classification.kind.type === 'ivr';
  return isMenu ? keyFor('総務部', classification.kind.choices) : 'no menu';
}

describe('keyFor, of the words of a menu', () => {
  it.each([
    ['ご注文は一番をその他のお問い合わせは三番を押してください', '3'],
    ['オペレーターにおつなぎする場合は0を押してください', '0'],
    ['お客様番号を入力してください', null],
  ])('is the one that leads to a person in 「%s」', (text, key) => {
    expect(pressed(text)).toBe(key);
  });

  it.each([
    ['営業部は1総務部は2を押してください', '2'],
    ['総務部は1営業部は2を押してください', '1'],
    ['総務へのお電話は三番を', '3'],
    ['営業は1番総務は2番その他は9番を押してください', '2'],
  ])('is the one of the department that we ask for in 「%s」', (text, key) => {
    expect(pressed(text)).toBe(key);
  });

  it('is the one of Japanese, where the menu asks for the language', () => {
    expect(pressed('日本語は1を For English press two')).toBe('1');
  });
});
