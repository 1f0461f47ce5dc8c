import { describe, expect, it } from 'vitest';
import type { HandoffReason } from '../../../backend/contract/handoffs.ts';
import type { ResultReason } from '../../../backend/contract/vocabulary.ts';
import { DEFAULT_TEMPLATES } from '../../../backend/conversation/default-templates.ts';
import { lineOf } from '../../../backend/conversation/lines.ts';
import { isTemplateKey } from '../../../backend/conversation/templates.ts';
import { secondsLater, talk, turnSettings } from '../../support/conversation.ts';

const japanese = /[ぁ-ヺ一-龠]/;
const inEnglish = ['Hello, may I help you?'] as const;

describe('a call held in English', () => {
  it('opens with who is calling and why, that it is automated, and a human, said whole', () => {
    const { last } = talk([...inEnglish]);

    expect(last.say?.text).toMatch(
      /automated call from Akari Inc\., on behalf of Sato.*Akari Reception.*colleague/,
    );
    expect(last.say).toMatchObject({ language: 'en-US', interruptible: false });
    expect(last.act).toMatchObject({ type: 'prepare', reason: 'foreign-language' });
    expect(last.state).toMatchObject({ introduced: true, position: { at: 'explained' } });
  });

  it('says in English that it is recorded', () => {
    const { last } = talk([...inEnglish], { ...turnSettings, recordingNotice: true });

    expect(last.say?.text).toContain('This call is being recorded.');
  });

  it('repeats in English what was said in Japanese before', () => {
    const { last } = talk(['はい山田商事でございます', "I'm sorry, I don't speak Japanese."]);

    expect(last.say?.text).toContain('Akari Inc.');
  });

  it('apologises in English when no agent could be had', () => {
    const { last } = talk([
      ...inEnglish,
      'Yes, please.',
      { type: 'notice', notice: 'handoff-failed', at: secondsLater(2) },
    ]);

    expect(last.say?.text).toContain('We will call you again today at 11 AM.');
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'no-agent' });
  });

  it.each(Object.keys(DEFAULT_TEMPLATES))('has no word of Japanese in %s', (key) => {
    if (!isTemplateKey(key)) throw new Error(`${key} is no template`);

    const line = lineOf(turnSettings, 'en-US', key, {
      next_time: 'tomorrow at 10 AM',
      my_phone_number: '03-1234-5678',
    });

    expect(line).not.toMatch(japanese);
    expect(line).toMatch(/[.?]$/);
    expect(line).not.toMatch(/[{}]|\.\./);
  });

  it('says a name that has no English form as it is written', () => {
    const line = lineOf({ ...turnSettings, pronunciations: [] }, 'en-US', 'company_confirmation');

    expect(line).toContain('株式会社あかり');
  });

  it.each<[said: string, reason: ResultReason]>([
    ["No thank you, we're not interested.", 'rejection'],
    ["Please don't call us again.", 'do-not-call'],
    ['She is out of the office today.', 'absent'],
    ["I'm busy right now.", 'busy'],
    ['Could you call back tomorrow?', 'callback'],
    ['Please send us an e-mail.', 'website-redirect'],
    ['You have the wrong number.', 'wrong-number'],
    ['Goodbye.', 'closing'],
  ])('ends after "%s"', (said, reason) => {
    const { last } = talk([...inEnglish, said]);

    expect(last.act).toMatchObject({ type: 'end', reason });
    expect(last.say?.text).not.toMatch(japanese);
  });

  it.each<[said: string, reason: HandoffReason]>([
    ['Do you speak English?', 'foreign-language'],
    ['Yes please, I will wait.', 'foreign-language'],
    ['What is this about?', 'foreign-language'],
    ['Can I talk to a human?', 'agent-request'],
  ])('brings the human for "%s"', (said, reason) => {
    expect(talk([...inEnglish, said]).last.act).toEqual({ type: 'connect', reason });
  });

  it('holds, answers a question during the hold, and connects whoever comes', () => {
    const { results } = talk([...inEnglish, 'One moment, please.', 'Who is calling?', 'Hello, this is Tom.']);
    const [, held, answered, connected] = results;

    expect(held?.act).toMatchObject({ type: 'prepare', reason: 'put-on-hold' });
    expect(answered?.say?.text).toContain('This is Akari Inc.');
    expect(answered?.act.type).toBe('hold');
    expect(connected?.act).toEqual({ type: 'connect', reason: 'person-on-line' });
  });

  it('asks in English whether it is heard', () => {
    expect(talk([...inEnglish, null]).last.say?.text).not.toMatch(japanese);
  });
});

describe('a refusal in English', () => {
  it('is one from the first word, and is answered in English', () => {
    const { last } = talk(["Sorry, we're not interested."]);

    expect(last.act).toMatchObject({ type: 'end', result: 'rejected' });
    expect(last.say).toMatchObject({
      language: 'en-US',
      text: expect.stringContaining('not call you again'),
    });
  });
});
