import { describe, expect, it } from 'vitest';
import type { TurnSettings } from '../../../../backend/conversation/turn-settings.ts';
import { talk, turnSettings } from '../../../support/conversation.ts';

const caller = { returnsCall: true, showsNumber: true, isSomebodyFree: () => true };
const attended: TurnSettings = { ...turnSettings, caller };
const unattended: TurnSettings = { ...turnSettings, caller: { ...caller, isSomebodyFree: () => false } };
const withheld: TurnSettings = {
  ...turnSettings,
  caller: { ...caller, showsNumber: false, isSomebodyFree: () => false },
};
const nobodyCame = {
  type: 'notice',
  notice: 'handoff-failed',
  at: new Date('2026-11-17T10:01:00+09:00'),
} as const;

describe('the greeting of somebody who rings us', () => {
  it('names company and service, whole, while an agent is asked', () => {
    const { last } = talk([null], attended);

    expect(last.say).toMatchObject({ interruptible: false });
    expect(last.say?.text).toMatch(/^お電話ありがとうございます。.*株式会社あかり.*あかり受付/);
    expect(last.act).toMatchObject({ type: 'prepare', reason: 'called-back' });
  });

  it('tells a stranger from who answers a call of ours', () => {
    const { last } = talk([null], { ...turnSettings, caller: { ...caller, returnsCall: false } });

    expect(last.act).toMatchObject({ type: 'prepare', reason: 'called-us' });
    expect(last.state.course).toEqual(['called-us']);
  });

  it('asks for a message where nobody is free, and for a number that is withheld', () => {
    expect(talk([null], unattended).last.say?.text).toContain('手がふさがっております');
    expect(talk([null], unattended).last.act.type).toBe('listen');
    expect(talk([null], withheld).last.say?.text).toContain('番号も');
  });

  it('comes first whatever they say, but for a refusal', () => {
    expect(talk(['もしもし、山田商事ですが'], attended).last.say?.text).toContain(
      'お電話ありがとうございます',
    );
    expect(talk(['もう電話しないでください'], attended).last.act).toMatchObject({ result: 'rejected' });
  });
});

describe('what somebody says who rings us', () => {
  it.each([
    ['はい、先ほどお電話をいただいたので、折り返しました。'],
    ['三時ごろお電話いただいたのですが'],
    ['着信がありましたのでお電話しました'],
    ['担当の佐藤様はいらっしゃいますか'],
    ['先ほどは席を外しておりまして失礼しました'],
    ['もしもし'],
    ['詳しい話を聞かせてください'],
  ])('puts them through: 「%s」', (words) => {
    expect(talk([null, words], attended).last.act).toMatchObject({ type: 'connect', reason: 'called-back' });
  });

  it.each([
    ['もう電話しないでください', 'do-not-call'],
    ['着信がありましたが、営業でしたら、もう電話しないでください。', 'do-not-call'],
    ['営業のお電話はすべてお断りしております。', 'rejection'],
  ])('refuses: 「%s」', (words, reason) => {
    for (const settings of [attended, unattended]) {
      expect(talk([null, words], settings).last.act).toMatchObject({ result: 'rejected', reason });
    }
  });

  it('names a time, which is promised', () => {
    for (const settings of [attended, unattended]) {
      const { last } = talk([null, '明日の午後三時にかけ直してください'], settings);

      expect(last.act).toMatchObject({
        reason: 'callback',
        nextAction: { kind: 'call-back', at: '2026-11-18T06:00:00.000Z' },
      });
    }
  });

  it('asks what we called about, hears it, and may have a human', () => {
    const { results } = talk([null, '何のご用件でしょうか', 'はい、お願いします'], attended);

    expect(results[1]?.say?.text).toMatch(/あかり受付のご案内.*おつなぎしてもよろしいでしょうか/);
    expect(results[2]?.act).toMatchObject({ type: 'connect' });
  });

  it('is never taken for a refusal on a guess', () => {
    const { last } = talk([null, '電話番号は03-1234-5678です'], unattended);

    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'message' });
  });
});

describe('a message', () => {
  it('is kept word for word, and answered by a call soon', () => {
    const { last } = talk([null, '山田商事です。', '見積もりの件で、お電話をいただきたいです。'], unattended);

    expect(last.act).toMatchObject({ result: 'follow_up', nextAction: { kind: 'call-back' } });
    expect(last.state.message).toMatchObject({ words: expect.stringContaining('見積もりの件') });
    expect(last.say?.text).toContain('こちらからお電話いたします');
  });

  it('is asked for when nobody took the call', () => {
    const { results } = talk(
      [null, '担当の方をお願いします', nobodyCame, '資料が欲しいとお伝えください'],
      attended,
    );

    expect(results[2]?.say?.text).toMatch(/申し訳ございません。.*手がふさがっております/);
    expect(results[2]?.act.type).toBe('listen');
    expect(results[3]?.act).toMatchObject({ type: 'end', result: 'follow_up' });
  });

  it('promises no call to a number that nobody knows', () => {
    const { last } = talk([null, '見積もりをお願いしたいので、担当の方にお伝えください。'], withheld);

    expect(last.act).toMatchObject({ reason: 'message', nextAction: { kind: 'call-back', at: null } });
    expect(last.say?.text).not.toContain('こちらからお電話');
  });

  it('is waited for, and whoever says nothing is called all the same', () => {
    const { results } = talk([null, null, null], unattended);

    expect(results[1]?.act.type).toBe('listen');
    expect(results[2]?.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'no-agent' });
  });
});
