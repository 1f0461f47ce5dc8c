import { describe, expect, it } from 'vitest';
import { demoCustomers } from '../../../../backend/db/seed/demo-customers.ts';
import {
  type DirectoryEntry,
  introductionsOf,
} from '../../../../backend/simulator/personas/introductions.ts';
import { type PersonaId, personaAt, personaIds } from '../../../../backend/simulator/personas/numbers.ts';
import type { Script } from '../../../../backend/simulator/personas/persona.ts';
import {
  type PersonaEvent,
  type PersonaState,
  startOfPersona,
  transitionPersona,
} from '../../../../backend/simulator/personas/persona-machine.ts';
import { personaOf } from '../../../../backend/simulator/personas/personas.ts';

const opening = '株式会社あかりの佐藤と申します。ご担当者様はいらっしゃいますでしょうか。';
const handover = '担当者におつなぎします。';
const farewell = 'ありがとうございました。失礼いたします。';

const answered: PersonaEvent = { type: 'answered' };
const waited: PersonaEvent = { type: 'waited' };
const heard = (words: string): PersonaEvent => ({ type: 'heard', words });

const yunagi = { company: '株式会社ゆうなぎ造船', person: '福田 航', department: '人事部' };
const greeting = 'はい、ゆうなぎ造船でございます。';

function scriptOf(id: PersonaId, speaksFor: DirectoryEntry = yunagi): Script | null {
  const { line } = personaOf(id);
  return line.type === 'answers' ? line.script(introductionsOf(speaksFor)) : null;
}

/** What the persona says and does; its own words are over as soon as they are said. */
function live(
  id: PersonaId,
  ...events: PersonaEvent[]
): { readonly done: string[]; readonly state: PersonaState } {
  const script = scriptOf(id);
  if (script === null) throw new Error(`${id} does not answer`);
  const done: string[] = [];
  let state = startOfPersona;
  for (const pending = [...events]; pending.length > 0; ) {
    const event = pending.shift();
    if (event === undefined) break;
    const step = transitionPersona(state, event, script);
    state = step.state;
    for (const action of step.actions) {
      if (action.type === 'say') pending.unshift({ type: 'spoke' });
      if (action.type !== 'wait') done.push(action.type === 'say' ? action.words : action.type);
    }
  }
  return { done, state };
}

/** Picks up, and has taken breath. */
const greeted = [answered, waited];

describe('a reception', () => {
  it.each<[PersonaId, heard: string[], said: string[]]>([
    ['absent', [opening], [greeting, '申し訳ございません、担当の者は本日外出しております。']],
    ['refuses', [opening], [greeting, '申し訳ございませんが、営業のお電話はすべてお断りしております。']],
    [
      'asks-what',
      [opening, 'あかり受付のご案内でございます。', '来客の受付のサービスでございます。'],
      [
        greeting,
        'どういったご用件でしょうか。',
        'もう少し詳しく、どのような内容かお聞かせいただけますか。',
        '担当に確認いたしましたが、今のところ必要ないとのことですので、お断りいたします。',
      ],
    ],
    [
      'asks-appointment',
      [opening, 'お約束はいただいておりません。'],
      [
        greeting,
        '本日は、お約束はいただいておりますでしょうか。',
        'お約束のない方のお取り次ぎはいたしかねます。',
      ],
    ],
    [
      'asks-machine',
      [opening, 'はい、自動音声によるお電話でございます。人の担当者に代わります。いかがいたしましょうか。'],
      [greeting, 'あの、これは機械の音声ですか。', 'では、人に代わってもらえますか。'],
    ],
    ['web-form', [opening], [greeting, 'お問い合わせは、ホームページのフォームからお願いしております。']],
    [
      'call-back-at-three',
      [opening],
      [greeting, '恐れ入りますが、午後三時ごろに、もう一度おかけ直しいただけますか。'],
    ],
    [
      'speaks-english',
      [opening],
      ['Hello, may I help you?', "I'm sorry, I don't speak Japanese. Do you speak English?"],
    ],
    ['asks-for-human', [opening], [greeting, '自動音声ではなくて、担当の方と直接お話しできますか。']],
  ])('that %s says so, each time the other side has finished', (id, hears, says) => {
    expect(live(id, ...greeted, ...hears.map(heard)).done).toEqual(says);
  });

  it('does not take the politeness of an opening for a good-bye', () => {
    const { state } = live('absent', ...greeted, heard(`突然のお電話失礼いたします。${opening}`));

    expect(state.type).toBe('listening');
  });

  it('answers a good-bye with one and hangs up', () => {
    const { done, state } = live('absent', ...greeted, heard(opening), heard(farewell));

    expect(done.slice(-2)).toEqual(['失礼いたします。', 'hang-up']);
    expect(state.type).toBe('gone');
  });

  it('fetches the person in charge and lets nothing disturb it meanwhile', () => {
    const away = live('puts-through', ...greeted, heard(opening));
    const disturbed = live('puts-through', ...greeted, heard(opening), heard('ありがとうございます。'));
    const back = live('puts-through', ...greeted, heard(opening), waited);

    expect(away.state.type).toBe('away');
    expect(disturbed.done).toEqual(away.done);
    expect(back.done.at(-1)).toBe('お電話代わりました、人事部の福田です。');
  });

  it('lets a melody play during a long hold', () => {
    expect(live('long-hold', ...greeted, heard(opening)).done).toContain('play-melody');
  });

  it('expects a human after the announcement of one, and talks on with them until a good-bye', () => {
    const events = [...greeted, heard(opening), waited, heard(handover)];

    const talking = live('puts-through', ...events, waited, waited);
    const over = live('puts-through', ...events, waited, heard(farewell));

    expect(live('puts-through', ...events).state.type).toBe('expecting');
    expect(talking.state).toMatchObject({ type: 'talking', sentence: 1 });
    expect(over.state.type).toBe('gone');
  });

  it('takes an offer of a human for no announcement', () => {
    const { state } = live('asks-machine', ...greeted, heard('担当者におつなぎしますか。'));

    expect(state.type).toBe('listening');
  });

  it('asks twice whether anybody is there, and then hangs up', () => {
    const { done } = live('absent', ...greeted, waited, waited, waited);

    expect(done).toEqual([greeting, 'もしもし。', `もしもし、${greeting}`, 'hang-up']);
  });

  it.each([
    'もしもし。お電話、聞こえておりますでしょうか。',
    '恐れ入ります。うまく聞き取れませんでした。もう一度、お願いできますでしょうか。',
  ])('says again what was not heard: %s', (asked) => {
    const { done } = live('absent', ...greeted, heard(opening), heard(asked), heard(asked));

    const said = '申し訳ございません、担当の者は本日外出しております。';
    expect(done).toEqual([greeting, said, said, said]);
  });

  it.each(['Hello? Can you hear me?', 'I did not catch that. Could you say it again, please?'])(
    'says again in English what was not heard: %s',
    (asked) => {
      const { done } = live('speaks-english', ...greeted, heard(opening), heard(asked));

      expect(done.at(-1)).toBe(done.at(-2));
    },
  );

  it('says again who has come to the telephone when nobody heard it', () => {
    const { done } = live('puts-through', ...greeted, heard(opening), waited, waited, waited);

    expect(done.slice(-3)).toEqual([
      'お電話代わりました、人事部の福田です。',
      'もしもし。',
      'もしもし、お電話代わりました、人事部の福田です。',
    ]);
  });

  it('rambles on instead of saying the same again', () => {
    const { done } = live('rambling', ...greeted, heard(opening), heard('うまく聞き取れませんでした。'));

    expect(done.at(-1)).not.toBe(done.at(-2));
  });

  it('says its last words again when the other side does not leave', () => {
    const { done } = live('refuses', ...greeted, heard(opening), heard(opening));

    expect(done.at(-1)).toBe(done.at(-2));
  });
});

describe('a telephone menu', () => {
  it('leads to a person by the key that it names', () => {
    const { done, state } = live('ivr', answered, { type: 'heard-key', digit: '1' });

    expect(done.at(-1)).toBe('はい、人事部でございます。');
    expect(state.type).toBe('listening');
  });

  it('is told twice to whoever presses nothing, or another key', () => {
    const { done } = live('ivr', answered, { type: 'heard-key', digit: '7' }, waited, waited);

    expect(done).toHaveLength(3);
    expect(done[0]).toBe(done[1]);
    expect(done[2]).toBe('hang-up');
  });
});

describe('an answering machine', () => {
  it('greets, records whatever comes, and hangs up', () => {
    const { done } = live('voicemail', answered, heard(opening), waited);

    expect(done).toEqual([expect.stringContaining('発信音'), 'hang-up']);
  });
});

describe('a persona without words', () => {
  it.each(['silent', 'hangs-up-early'] as const)('answers, hears nothing and leaves: %s', (id) => {
    expect(live(id, answered, heard(opening)).done).toEqual([]);
    expect(live(id, answered, waited).done).toEqual(['hang-up']);
  });
});

describe('the personas', () => {
  it('are human enough for a receptionist’s greeting to be shorter than a machine’s', () => {
    const greetings = demoCustomers.flatMap((customer) => {
      const script = scriptOf(personaAt(customer.phoneNumber) ?? 'absent', customer);
      return script?.type === 'reception' ? [script.greeting] : [];
    });

    // 2.4 s at seven characters a second: Twilio's own threshold.
    expect(greetings.filter((greeting) => /[ぁ-ん]/.test(greeting) && greeting.length > 16)).toEqual([]);
  });

  it('have voices of their own', () => {
    expect(new Set(personaIds.map((id) => personaOf(id).pitchHz)).size).toBe(personaIds.length);
  });
});
