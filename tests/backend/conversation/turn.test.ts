import { describe, expect, it } from 'vitest';
import type { HandoffReason } from '../../../backend/contract/handoffs.ts';
import type { CallResult, ResultReason } from '../../../backend/contract/vocabulary.ts';
import { stageOf } from '../../../backend/conversation/conversation-state.ts';
import { turn } from '../../../backend/conversation/turn.ts';
import type { Notice, TurnInput } from '../../../backend/conversation/turn-input.ts';
import { type Said, secondsLater, talk, turnSettings } from '../../support/conversation.ts';

const greeting = 'お電話ありがとうございます山田商事でございます';
const notice = (name: Notice, index: number): TurnInput => ({
  type: 'notice',
  notice: name,
  at: secondsLater(index),
});

describe('the opening', () => {
  it('names company, caller, product and purpose after the receptionist has answered, and is said whole', () => {
    const { last } = talk([greeting]);

    expect(last.say?.text).toContain('株式会社あかりの佐藤と申します');
    expect(last.say?.text).toContain('あかり受付のご案内');
    expect(last.say?.interruptible).toBe(false);
    expect(last.act).toEqual({ type: 'listen', listening: { silenceSeconds: 5, language: 'ja-JP' } });
    expect(stageOf(last.state)).toBe('explained');
  });

  it('comes after a first silence as well', () => {
    const { last } = talk([null]);

    expect(last.say?.text).toContain('株式会社あかり');
    expect(stageOf(last.state)).toBe('explained');
  });

  it('says that the call is recorded where the company wants that said', () => {
    const { last } = talk([greeting], { ...turnSettings, recordingNotice: true });

    expect(last.say?.text).toContain('録音しております');
  });

  it.each([
    ['人間ですか', '自動音声'],
    ['お約束はございますか', 'お約束はいただいておりません'],
  ])('answers %s first, and introduces itself in the same breath', (question, answer) => {
    const { last } = talk([question]);

    expect(last.say?.text).toContain(answer);
    expect(last.say?.text).toContain('株式会社あかりの佐藤と申します');
  });

  it('asks for consent at once when the person in charge picks up', () => {
    const { last } = talk(['私が担当の山田ですが']);

    expect(last.say?.text).toContain('株式会社あかりの佐藤と申します');
    expect(last.act).toMatchObject({ type: 'prepare', reason: 'asked-for-consent' });
    expect(stageOf(last.state)).toBe('person');
  });
});

describe('the table of intents', () => {
  it.each<[said: string, part: string]>([
    ['はい', 'お取り次ぎ'],
    ['すみません聞き取れませんでした', '株式会社あかりの佐藤'],
    ['どちら様でしょうか', '株式会社あかりの佐藤と申します'],
    ['どういったご用件でしょうか', '来客の受付'],
    ['お約束でしょうか', 'お約束はいただいておりません'],
    ['AIですか', '自動音声によるお電話でございます'],
    ['きのこのやつ', 'もう一度'],
  ])('answers 「%s」 with 「…%s…」 and listens', (said, part) => {
    const { last } = talk([greeting, said]);

    expect(last.say?.text).toContain(part);
    expect(last.say?.interruptible).toBe(true);
    expect(last.act.type).toBe('listen');
  });

  it.each<[said: string, reason: HandoffReason, stage: string]>([
    ['少々お待ちください', 'put-on-hold', 'holding'],
    ['担当に代わります', 'put-on-hold', 'holding'],
    ['私が担当ですが', 'asked-for-consent', 'person'],
    ["sorry I don't speak Japanese", 'foreign-language', 'explained'],
  ])('prepares a human for 「%s」', (said, reason, stage) => {
    const { last } = talk([greeting, said]);

    expect(last.act).toMatchObject({ type: 'prepare', reason });
    expect(stageOf(last.state)).toBe(stage);
  });

  it.each<[said: string, reason: HandoffReason]>([
    ['詳しく聞かせてください', 'interested'],
    ['料金はいくらですか', 'interested'],
    ['間に合っていないのでちょうど困っていました', 'interested'],
    ['人に代わってください', 'agent-request'],
  ])('connects for 「%s」', (said, reason) => {
    const { last } = talk([greeting, said]);

    expect(last.act).toEqual({ type: 'connect', reason });
    expect(last.say?.text).toContain('担当者におつなぎします');
  });

  it.each<[said: string, result: CallResult, reason: ResultReason, part: string]>([
    ['あいにく外出しております', 'absent', 'absent', '改めてお電話いたします'],
    ['今ちょっと手が離せないんです', 'follow_up', 'busy', '明日の午前10時ごろに'],
    ['また改めてお電話ください', 'follow_up', 'callback', 'お電話いたします'],
    ['折り返しお電話いたします', 'follow_up', 'callback', 'お待ちしております'],
    ['間に合っております', 'rejected', 'rejection', '申し訳ございません'],
    ['もう電話してこないでください', 'rejected', 'do-not-call', '二度とお電話いたしません'],
    ['ホームページのフォームからお願いします', 'follow_up', 'website-redirect', 'かしこまりました'],
    ['番号をお間違えではないでしょうか', 'failed', 'wrong-number', '失礼いたしました'],
    ['それでは失礼いたします', 'follow_up', 'closing', 'ありがとうございました'],
  ])('ends after 「%s」', (said, result, reason, part) => {
    const { last } = talk([greeting, said]);

    expect(last.act).toMatchObject({ type: 'end', result, reason });
    expect(last.say?.text).toContain(part);
    expect(stageOf(last.state)).toBe('closing');
  });

  it('takes negation and context for what they are', () => {
    const refused = talk([greeting, '不在ではございませんがお取り次ぎはしておりません']);
    const needed = talk([greeting, '間に合っていないのでちょうど困っていました']);

    expect(refused.last.act).toMatchObject({ type: 'end', reason: 'rejection' });
    expect(needed.last.act).toMatchObject({ type: 'connect', reason: 'interested' });
  });
});

describe('a stated time', () => {
  it.each([
    ['山田は外出しておりまして三時に戻ります', '2026-11-17T06:00:00.000Z', '本日の午後3時ごろに'],
    ['来週の月曜にかけ直してください', '2026-11-24T01:00:00.000Z', '11月24日、火曜日の午前10時ごろに'],
    ['今忙しいので明日の午後三時以降にしてもらえますか', '2026-11-18T06:00:00.000Z', '明日の午後3時ごろに'],
  ])('of 「%s」 becomes the next action, and is said back', (said, at, spoken) => {
    const { last } = talk([greeting, said]);

    expect(last.act).toMatchObject({ type: 'end', nextAction: { kind: 'call-back', at } });
    expect(last.say?.text).toContain(spoken);
  });
});

describe('listening', () => {
  it('waits for as long as is set, and is cut short only where that is set', () => {
    const { last } = talk([greeting, 'どちら様でしょうか'], {
      ...turnSettings,
      silenceSeconds: 7,
      bargeIn: false,
    });

    expect(last.act).toMatchObject({ listening: { silenceSeconds: 7 } });
    expect(last.say?.interruptible).toBe(false);
  });
});

describe('repair', () => {
  it('says it again, differently the second time, and fetches a human the third time', () => {
    const { results } = talk([greeting, 'えっ', 'もう一度お願いします', '聞こえません']);
    const [, first, second, third] = results;

    expect(first?.say?.text).not.toBe(second?.say?.text);
    expect(second?.say?.text).toContain('あかり受付');
    expect(third?.act).toMatchObject({ type: 'prepare', reason: 'not-understood' });
  });

  it('asks once, prepares a human the second time in a row, and connects the third time', () => {
    const { results } = talk([greeting, 'りんごごりら', '三角の上の丸が', 'たったったった']);

    expect(results.map(({ act }) => act.type)).toEqual(['listen', 'listen', 'prepare', 'connect']);
  });

  it('asks rather than guesses when the recognition was unsure', () => {
    const { last } = talk([
      greeting,
      { type: 'speech', text: 'なんとか今日会社', confidence: 0.1, at: secondsLater(1) },
    ]);

    expect(last.act.type).toBe('listen');
    expect(last.say?.text).toContain('もう一度');
  });

  it('explains in ten seconds, then in thirty, then offers a human', () => {
    const why = 'どういったご用件でしょうか';
    const { results } = talk([greeting, why, why, why, 'はい']);
    const [, short, long, human, consent] = results;

    expect(short?.say?.text.length).toBeLessThan(long?.say?.text.length ?? 0);
    expect(human?.act).toMatchObject({ type: 'prepare', reason: 'asked-for-consent' });
    expect(consent?.act.type).toBe('connect');
  });

  it('does not take back-channels for answers', () => {
    const { results } = talk([greeting, 'はい', 'ええ']);

    expect(results.map(({ act }) => act.type)).toEqual(['listen', 'listen', 'listen']);
    expect(results[1]?.say?.text).not.toBe(results[2]?.say?.text);
  });

  it('connects whoever agrees to the offer of a human after asking whether this is a machine', () => {
    const { last } = talk([greeting, 'これAIですか', 'はいお願いします']);

    expect(last.act).toEqual({ type: 'connect', reason: 'agent-request' });
  });
});

describe('holding', () => {
  const onHold: readonly Said[] = [greeting, '少々お待ちください'];

  it('greets, announces and connects when the person comes', () => {
    const { last } = talk([...onHold, null, 'お電話変わりました山田です']);

    expect(last.act).toEqual({ type: 'connect', reason: 'person-on-line' });
    expect(last.say?.text).toContain('株式会社あかり');
    expect(last.say?.text).toContain('担当者におつなぎします');
    expect(last.state.names.person).toBe('山田');
  });

  it.each(['今日はいい天気ですね', 'もう少々お待ちください', 'ただいま電話が大変混み合っております', 'はい'])(
    'keeps listening at 「%s」',
    (said) => {
      const { last } = talk([...onHold, said]);

      expect(last.say).toBeNull();
      expect(last.act.type).toBe('hold');
    },
  );

  it.each<[said: string, reason: ResultReason]>([
    ['お待たせしましたあいにく席を外しておりました', 'absent'],
    ['申し訳ございません今取り込み中とのことです', 'busy'],
    ['後ほど折り返しお電話いたします', 'callback'],
    ['資料をメールで送ってほしいとのことです', 'website-redirect'],
    ['お待たせしましたが必要ないとのことです', 'rejection'],
    ['もう電話しないでください', 'do-not-call'],
  ])('ends when they come back with 「%s」', (said, reason) => {
    const { last } = talk([...onHold, said]);

    expect(last.act).toMatchObject({ type: 'end', reason });
  });

  it('answers a receptionist who comes back with a question, and stays on hold', () => {
    const { last } = talk([...onHold, '恐れ入りますがもう一度御社名をお願いできますか']);

    expect(last.say?.text).toContain('株式会社あかり');
    expect(last.act.type).toBe('hold');
    expect(stageOf(last.state)).toBe('holding');
  });

  it('waits ninety seconds in silence, and then closes politely', () => {
    const { results, last } = talk([...onHold, ...Array.from({ length: 18 }, () => null)]);

    expect(results.slice(2, -1).every(({ act, say }) => act.type === 'hold' && say === null)).toBe(true);
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'held-too-long' });
  });

  it('never listens beyond the ninety seconds', () => {
    const { last } = talk([...onHold, ...Array.from({ length: 16 }, () => null)]);

    expect(last.act).toMatchObject({ type: 'hold', listening: { silenceSeconds: 10 } });
  });
});

describe('the person in charge, met by chance', () => {
  const met: readonly Said[] = [greeting, '担当は私ですが'];

  it.each(['はい', 'どうぞ', '少しなら大丈夫です', '詳しく聞かせてください'])(
    'is connected on 「%s」',
    (said) => {
      expect(talk([...met, said]).last.act.type).toBe('connect');
    },
  );

  it('is not connected after a refusal', () => {
    expect(talk([...met, 'いや結構です']).last.act).toMatchObject({ type: 'end', result: 'rejected' });
  });

  it('is asked again for consent after a question of their own', () => {
    const { last } = talk([...met, 'どんな内容ですか']);

    expect(last.say?.text).toContain('おつなぎしてもよろしいでしょうか');
    expect(last.act.type).toBe('listen');
  });
});

describe('silence', () => {
  it('introduces, asks whether we are heard, and gives up', () => {
    const { results, last } = talk([null, null, null]);

    expect(results.map(({ act }) => act.type)).toEqual(['listen', 'listen', 'end']);
    expect(last.act).toMatchObject({ result: 'failed', reason: 'no-response' });
  });

  it('is what a recognition without words is', () => {
    const { last } = talk([greeting, '  ']);

    expect(last.classification).toBeNull();
    expect(last.say?.text).toContain('聞こえておりますでしょうか');
  });

  it('counts only in a row', () => {
    const { last } = talk([greeting, null, null, 'はい', null, null]);

    expect(last.act.type).toBe('listen');
  });
});

describe('recorded voices', () => {
  const preamble = 'この通話は品質向上のため録音させていただいております';

  it('leaves an answering machine without a word', () => {
    const { last } = talk(['ただいま電話に出ることができません発信音の後にメッセージをお話しください']);

    expect(last.say).toBeNull();
    expect(last.act).toMatchObject({ type: 'end', result: 'absent', reason: 'voicemail' });
  });

  it('leaves the message that the company has set once the announcement is over, and not before', () => {
    const announcement = ['ただいま電話に出ることができません', '発信音の後にメッセージをどうぞ', null];
    const { results, last } = talk(announcement, { ...turnSettings, leaveVoicemail: true });

    expect(results.slice(0, -1).map(({ say, act }) => [say, act.type])).toEqual([
      [null, 'listen'],
      [null, 'listen'],
    ]);
    expect(last.say?.text).toContain('株式会社あかりの佐藤');
    expect(last.act).toMatchObject({ type: 'end', result: 'absent', reason: 'voicemail' });
  });

  it('leaves no message for somebody who picks up in the middle of the announcement', () => {
    const { last } = talk(['発信音の後にメッセージをどうぞ', greeting, null], {
      ...turnSettings,
      leaveVoicemail: true,
    });

    expect(last.act.type).toBe('listen');
  });

  it('presses the key for a person, once', () => {
    const menu = 'ご注文の方は一番をオペレーターにお繋ぎする場合は九番を押してください';
    const { results, last } = talk([menu, menu]);

    expect(results[0]?.act).toMatchObject({ type: 'press', digits: '9' });
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'ivr' });
  });

  it('gives up on a menu without a person', () => {
    const { last } = talk(['お客様番号を入力し最後にシャープを押してください']);

    expect(last.act).toMatchObject({ type: 'end', reason: 'ivr' });
  });

  it('listens through a recording notice, and lets the telephone ring', () => {
    const { results } = talk([preamble, null, greeting]);

    expect(results.map(({ say }) => say === null)).toEqual([true, true, false]);
    expect(results.map(({ act }) => act.type)).toEqual(['listen', 'listen', 'listen']);
  });

  it('knows a number that is out of service', () => {
    const { last } = talk(['おかけになった電話番号は現在使われておりません']);

    expect(last.act).toMatchObject({ type: 'end', result: 'failed', reason: 'out-of-service' });
  });

  it('leaves in silence what the carrier took for a machine and what says nothing to our words either', () => {
    const { results, last } = talk([notice('machine-detected', 0), null, null]);

    expect(results.at(-2)).toMatchObject({
      say: { text: expect.stringContaining('お世話になっております') },
    });
    expect(last.act).toMatchObject({ type: 'end', reason: 'voicemail' });
  });

  it.each([
    ['before', [notice('machine-detected', 0), null, greeting]],
    ['after', [greeting, notice('machine-detected', 1), null, greeting]],
  ])(
    'does not hang up on a person who is silent once and whom the carrier takes for a machine %s a word',
    (_when, says) => {
      const { results, last } = talk(says);

      expect(results.map(({ act }) => act.type)).not.toContain('end');
      expect(last.act.type).toBe('listen');
    },
  );

  it.each([
    ['before', [notice('machine-detected', 0), preamble]],
    ['after', [preamble, notice('machine-detected', 1)]],
  ])(
    'does not hang up on a recorded preamble that the carrier takes for a machine %s its words',
    (_when, begins) => {
      const { results, last } = talk([...begins, null, greeting]);

      expect(results.map(({ act }) => act.type)).not.toContain('end');
      expect(last.say).not.toBeNull();
    },
  );

  it('does not believe the carrier over a person who has spoken', () => {
    const { last } = talk([greeting, notice('machine-detected', 1), null]);

    expect(last.act.type).toBe('listen');
  });
});

describe('foreign languages', () => {
  it('says one English sentence, listens in English, and connects on the second try', () => {
    const { results } = talk([greeting, "I don't speak Japanese", 'do you speak English']);
    const [, first, second] = results;

    expect(first?.say).toMatchObject({ language: 'en-US' });
    expect(first?.act).toMatchObject({ type: 'prepare', listening: { language: 'en-US' } });
    expect(second?.act).toEqual({ type: 'connect', reason: 'foreign-language' });
  });
});

describe('a promised human', () => {
  const promised: readonly Said[] = [greeting, 'りんごごりら', '三角の上の丸が'];

  it('is connected at the next word once an agent stands by', () => {
    const { last } = talk([...promised, notice('standby-ready', 3), 'はい']);

    expect(last.act).toEqual({ type: 'connect', reason: 'not-understood' });
  });

  it('is connected in the next silence once an agent stands by', () => {
    const { last } = talk([...promised, notice('standby-ready', 3), null]);

    expect(last.act.type).toBe('connect');
  });

  it('is waited for otherwise, with a word', () => {
    const { last } = talk([...promised, notice('standby-ready', 3), notice('standby-lost', 4), 'はい']);

    expect(last.act.type).toBe('listen');
    expect(last.say?.text).toContain('お待ちください');
  });

  it('does not keep a refusal from being one', () => {
    const { last } = talk([...promised, 'もう結構です']);

    expect(last.act).toMatchObject({ type: 'end', result: 'rejected' });
  });
});

describe('after connect', () => {
  const connected: readonly Said[] = [greeting, '人に代わってください'];

  it('says nothing any more', () => {
    const { last } = talk([...connected, 'もしもし']);

    expect(last.say).toBeNull();
    expect(last.act.type).toBe('connect');
  });

  it('apologises and promises a call when nobody could be had', () => {
    const { last } = talk([...connected, notice('handoff-failed', 2)]);

    expect(last.say?.text).toContain('申し訳ございません');
    expect(last.say?.text).toContain('本日の午前11時ごろに');
    expect(last.act).toMatchObject({
      type: 'end',
      result: 'follow_up',
      reason: 'no-agent',
      nextAction: { kind: 'call-back', at: '2026-11-17T02:00:00.000Z' },
    });
  });

  it('repeats its last act, without a word, once it is over', () => {
    const { results, last } = talk([greeting, '結構です', 'もしもし']);

    expect(last.say).toBeNull();
    expect(last.act).toEqual(results[1]?.act);
  });

  it('apologises and promises a call also when a human had come into its good-bye', () => {
    const { last } = talk([greeting, '本日はお休みをいただいております', notice('handoff-failed', 2)]);

    expect(last.say?.text).toContain('申し訳ございません');
    expect(last.act).toMatchObject({ type: 'end', result: 'follow_up', reason: 'no-agent' });
  });

  it.each([
    ['結構です', 'お電話は控えさせていただきます'],
    ['二度と電話しないでください', '二度とお電話いたしません'],
  ])('promises no call to somebody who had said 「%s」', (refusal, goodBye) => {
    const { results, last } = talk([greeting, refusal, notice('handoff-failed', 2)]);

    expect(last.say?.text).toContain(goodBye);
    expect(last.act).toEqual(results[1]?.act);
  });
});

describe('going round in circles', () => {
  it('ends in a good-bye at the twelfth turn', () => {
    const questions = ['どちら様ですか', 'お約束ですか', 'AIですか'];
    const said = [greeting, ...Array.from({ length: 11 }, (_, index) => questions[index % 3] ?? null)];
    const { results, last } = talk(said);

    expect(results.some(({ act }) => act.type === 'prepare' && act.reason === 'no-progress')).toBe(true);
    expect(last.act).toMatchObject({ type: 'end', reason: 'closing' });
  });

  it('rather fetches a human than says the same sentence three times, whatever the templates say', () => {
    const templates = {
      ...turnSettings.templates,
      unclear: '同じ文です。',
      clarification: '同じ文です。',
      ask_person: '',
      ask_person_again: '',
      silence: '同じ文です。',
      silence_again: '同じ文です。',
    };
    const { results } = talk([greeting, null, null, 'えっ', null], { ...turnSettings, templates });

    expect(results[3]?.act).toMatchObject({ type: 'prepare', reason: 'no-progress' });
  });
});

describe('turn', () => {
  it('is pure: the same input on the same state gives the same answer', () => {
    const { state } = talk([greeting]).last;
    const input: TurnInput = { type: 'speech', text: 'はい', confidence: 0.9, at: secondsLater(1) };

    expect(turn(state, input, turnSettings)).toEqual(turn(state, input, turnSettings));
  });
});
