import { describe, expect, it } from 'vitest';
import type { Act } from '../../../backend/conversation/turn-result.ts';
import { talk } from '../../support/conversation.ts';

/** Whole calls, to be read aloud: what the customer says, and what we do with each. */
describe('a call to', () => {
  it('a receptionist who asks everything, and puts through', () => {
    const acts = actsOf(
      'お電話ありがとうございます山田商事でございます',
      'はい失礼ですがどちら様でしょうか',
      'どういったご用件でしょうか',
      'お約束はいただいておりますでしょうか',
      '確認いたしますので少々お待ちください',
      null,
      'もう少々お待ちください',
      null,
      'お電話代わりました総務の山田です',
    );

    expect(acts).toEqual([
      'listen',
      'listen',
      'listen',
      'listen',
      'prepare put-on-hold',
      'hold',
      'hold',
      'hold',
      'connect person-on-line',
    ]);
  });

  it('a receptionist who looks for somebody in vain', () => {
    const acts = actsOf(
      'はい山田商事です',
      'はい',
      'ちょっと見てきますのでお待ちください',
      null,
      'お待たせしました申し訳ございませんあいにく外出しておりまして四時に戻ります',
    );

    expect(acts).toEqual([
      'listen',
      'listen',
      'prepare put-on-hold',
      'hold',
      'end absent/absent at 2026-11-17T07:00:00.000Z',
    ]);
  });

  it('a company that takes no sales calls', () => {
    const acts = actsOf('はい山田商事です', '営業のお電話ですか', 'そういったお電話はお断りしております');

    expect(acts).toEqual(['listen', 'listen', 'end rejected/rejection']);
  });

  it('somebody who suspects a machine, and would rather have a human', () => {
    const acts = actsOf('はい山田商事です', 'これロボットですか', 'じゃあ人に代わってください');

    expect(acts).toEqual(['listen', 'listen', 'connect agent-request']);
  });

  it('the owner of a small shop, who listens', () => {
    const acts = actsOf(
      'はい鈴木商店です',
      '担当は私ですけど',
      'どんなサービスですか',
      'へえそれはいくらするんですか',
    );

    expect(acts).toEqual(['listen', 'prepare asked-for-consent', 'listen', 'connect interested']);
  });

  it('the owner of a small shop, who has a customer in front of them', () => {
    const acts = actsOf(
      'はい鈴木商店です',
      '担当は私ですけど',
      'すみません今お客さんが来てるので夕方にお願いします',
    );

    expect(acts).toEqual([
      'listen',
      'prepare asked-for-consent',
      expect.stringContaining('at 2026-11-17T08:00:00.000Z'),
    ]);
  });

  it('a menu, a notice and then a person', () => {
    const acts = actsOf(
      'お電話ありがとうございます商品のお問い合わせは一番をその他のお問い合わせは二番を押してください',
      'この通話は品質向上のため録音しております',
      null,
      'お待たせいたしました山田商事でございます',
      '少々お待ちください',
    );

    expect(acts).toEqual(['press 2', 'listen', 'listen', 'listen', 'prepare put-on-hold']);
  });

  it('a bad line', () => {
    const acts = actsOf(
      'もしもし',
      'すみませんお電話が遠いようですが',
      'え何ですか',
      null,
      'はい聞こえました',
      '少々お待ちください',
    );

    expect(acts).toEqual(['listen', 'listen', 'listen', 'listen', 'listen', 'prepare put-on-hold']);
  });

  it('a receptionist who keeps us on hold for too long', () => {
    const acts = actsOf('はい山田商事です', 'お待ちください', ...Array.from({ length: 18 }, () => null));

    expect(acts.at(-1)).toBe('end follow_up/held-too-long');
  });
});

function actsOf(...said: readonly (string | null)[]): string[] {
  return talk(said).results.map(({ act }) => written(act));
}

function written(act: Act): string {
  switch (act.type) {
    case 'listen':
    case 'hold':
      return act.type;
    case 'prepare':
    case 'connect':
      return `${act.type} ${act.reason}`;
    case 'press':
      return `press ${act.digits}`;
    case 'end':
      return `end ${act.result}/${act.reason}${act.nextAction.at === null ? '' : ` at ${act.nextAction.at}`}`;
  }
}
