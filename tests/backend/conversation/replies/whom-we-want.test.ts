import { describe, expect, it } from 'vitest';
import { talk, turnSettings } from '../../../support/conversation.ts';

const greeting = 'はい山田商事でございます';

describe('a receptionist who asks for whom the call is', () => {
  it('hears the department', () => {
    const { last } = talk([greeting, 'どちらの部署におつなぎしましょうか']);

    expect(last.say?.text).toBe('総務部のご担当者様をお願いいたします。');
  });

  it('hears the name that is on file', () => {
    const settings = { ...turnSettings, callee: { ...turnSettings.callee, person: '木村 一郎' } };

    const { last } = talk([greeting, 'どなたにおつなぎすればよろしいですか'], settings);

    expect(last.say?.text).toBe('木村 一郎様をお願いいたします。');
  });

  it('is answered during a hold, which goes on', () => {
    const { last } = talk([greeting, '少々お待ちください', 'どなた宛でしょうか']);

    expect(last.say?.text).toBe('総務部のご担当者様をお願いいたします。');
    expect(last.act.type).toBe('hold');
  });

  it('hears a yes to a name of theirs', () => {
    expect(talk([greeting, '木村でよろしいですか']).last.say?.text).toBe('はい、お願いいたします。');
  });

  it('without such a department is asked for whoever it concerns, and is no wrong number', () => {
    const { last } = talk([greeting, '総務という部署はございませんが']);

    expect(last.say?.text).toContain('ご担当の方を');
    expect(last.act.type).toBe('listen');
  });
});

describe('silence', () => {
  it('counts from when somebody spoke last', () => {
    const { last } = talk([
      greeting,
      null,
      null,
      'はいはい',
      null,
      null,
      'すみません聞いてませんでした',
      null,
    ]);

    expect(last.act.type).toBe('listen');
  });
});
