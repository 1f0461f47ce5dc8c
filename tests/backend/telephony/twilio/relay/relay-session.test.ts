import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '../../../../../backend/db/database.ts';
import type { Consider } from '../../../../../backend/telephony/carrier-events.ts';
import {
  createRelayReceipts,
  relayEndedKey,
} from '../../../../../backend/telephony/twilio/relay/relay-receipts.ts';
import {
  createRelaySession,
  type RelaySession,
} from '../../../../../backend/telephony/twilio/relay/relay-session.ts';
import { createWebhookReceiptsStore } from '../../../../../backend/telephony/twilio/webhook-receipts-store.ts';
import { type CarrierEventsLog, createCarrierEventsLog } from '../../../../support/carrier-events-log.ts';
import { type FixedClock, fixedClock } from '../../../../support/fixed-clock.ts';
import { type KeptLog, keptLog } from '../../../../support/kept-log.ts';
import { callId, legId, legRef } from '../../../../support/twilio-samples.ts';

const commandSchema = z.looseObject({ type: z.string() });
const setup = { type: 'setup', sessionId: 'VX1', callSid: legRef, from: '+81', to: 'app:AP1' };
const listen = (round: number, say: string | null, interruptible = true) => ({
  type: 'listen' as const,
  round,
  say,
  interruptible,
  silenceSeconds: 5,
  language: 'ja-JP',
  hints: [],
});

describe('a ConversationRelay session', () => {
  let database: Database;
  let events: CarrierEventsLog;
  let clock: FixedClock;
  let logged: KeptLog;
  let sent: z.infer<typeof commandSchema>[];
  let closedWith: number[];
  let ring: (() => void) | null;
  let session: RelaySession;

  beforeEach(() => {
    database = openDatabase(':memory:');
    events = createCarrierEventsLog();
    events.instruct = (round) => listen(round + 1, `say ${round + 1}`);
    clock = fixedClock();
    logged = keptLog();
    sent = [];
    closedWith = [];
    ring = null;
    session = openSession();
  });

  afterEach(() => database[Symbol.dispose]());

  function openSession(consider?: Consider): RelaySession {
    return createRelaySession({
      leg: { callId, legId },
      socket: {
        send: (frame) => sent.push(commandSchema.parse(JSON.parse(frame))),
        close: (code) => closedWith.push(code),
      },
      events,
      receipts: createRelayReceipts(database, createWebhookReceiptsStore(database)),
      consider,
      audioUrl: (file) => `https://calls.example.com/audio/templates/${file}`,
      clock,
      after: (_ms, act) => {
        ring = act;
        return () => {
          if (ring === act) ring = null;
        };
      },
      log: logged.log,
    });
  }

  /** Each a second after the other, so that none is taken for a repeat. */
  async function receive(...frames: readonly object[]): Promise<void> {
    for (const frame of frames) {
      clock.pass(1);
      session.received(JSON.stringify(frame));
      await settled();
    }
  }

  /** Frames are taken one after another, in microtasks. */
  function settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  async function timeUp(): Promise<void> {
    ring?.();
    await settled();
  }

  const agentSpeaking = (value: string) => ({ type: 'info', name: 'agentSpeaking', value });
  const prompt = (voicePrompt: string, last = true) => ({ type: 'prompt', voicePrompt, lang: 'ja-JP', last });
  const key = (digit: string) => ({ type: 'dtmf', digit });
  const names = (): string[] => events.told.map(([name]) => name);

  it('asks what to do first once it is set up, and says it', async () => {
    events.instruct = () => listen(1, 'お世話になっております。', false);

    await receive(setup);

    expect(events.told).toEqual([['aiStarted', { callId, legId, legRef, at: clock.now() }]]);
    expect(sent).toEqual([
      {
        type: 'text',
        token: 'お世話になっております。',
        last: true,
        lang: 'ja-JP',
        interruptible: false,
        preemptible: false,
      },
    ]);
  });

  it('passes on what was said, without a figure for how sure it is', async () => {
    await receive(setup, agentSpeaking('on'), agentSpeaking('off'), prompt('どちら様ですか'));

    expect(events.told.at(-1)).toEqual([
      'aiHeard',
      { callId, legId, legRef, at: clock.now() },
      1,
      { type: 'speech', text: 'どちら様ですか', confidence: 0 },
    ]);
    expect(sent.map(({ token }) => token)).toEqual(['say 1', 'say 2']);
  });

  it('passes on guesses, keys and silence as a Gather does', async () => {
    events.instruct = (round) => listen(round + 1, null);

    await receive(setup, prompt('どち', false), key('1'));
    await timeUp();

    expect(events.told.slice(1).map(([name, , ...details]) => [name, ...details])).toEqual([
      ['partialHeard', 'どち', 1],
      ['aiHeard', 1, { type: 'keys', digits: '1' }],
      ['aiHeard', 2, { type: 'silence' }],
    ]);
  });

  it('tells how much was said before somebody spoke over it, once', async () => {
    events.instruct = (round) => listen(round + 1, '担当の者からお話しします。');
    const interrupt = {
      type: 'interrupt',
      utteranceUntilInterrupt: '担当の者から',
      durationUntilInterruptMs: '900',
    };

    await receive(setup, agentSpeaking('on'), interrupt, interrupt, prompt('結構です'));

    expect(names()).toEqual(['aiStarted', 'aiInterrupted', 'aiHeard']);
    expect(events.told[1]?.slice(2)).toEqual([1, '担当の者から']);
  });

  it('listens to nobody while it says what must be said whole', async () => {
    events.instruct = (round) => listen(round + 1, 'whole', false);

    await receive(setup, agentSpeaking('on'), prompt('はい'), key('1'));
    expect(names()).toEqual(['aiStarted']);
    await receive(agentSpeaking('off'), prompt('はい'));

    expect(names()).toEqual(['aiStarted', 'aiHeard']);
  });

  it('says its last words to their end, and then lets TwiML go on', async () => {
    events.instruct = (round) =>
      round === 0 ? listen(1, null) : { type: 'say', round: 2, say: 'おつなぎします。', language: 'ja-JP' };

    await receive(setup, prompt('代わりました'), agentSpeaking('on'), prompt('もしもし'));
    const before = sent.length;
    await receive(agentSpeaking('off'), prompt('もしもし'));

    expect(sent[0]).toMatchObject({ type: 'text', token: 'おつなぎします。', interruptible: false });
    expect(sent.slice(before)).toEqual([{ type: 'end', handoffData: '{"round":2}' }]);
    expect(names()).toEqual(['aiStarted', 'aiHeard']);
  });

  it('presses keys, and then listens', async () => {
    events.instruct = (round) =>
      round === 0 ? { type: 'press', round: 1, digits: '1', silenceSeconds: 5 } : listen(2, null);

    await receive(setup);
    await timeUp();

    expect(sent).toEqual([{ type: 'sendDigits', digits: '1' }]);
    expect(events.told.at(-1)?.slice(2)).toEqual([1, { type: 'silence' }]);
  });

  it('tells Twilio when the call goes on in another language', async () => {
    events.instruct = () => ({ ...listen(1, 'Hello.'), language: 'en-US' });

    await receive(setup);

    expect(sent).toMatchObject([
      { type: 'language', ttsLanguage: 'en-US', transcriptionLanguage: 'en-US' },
      { type: 'text', lang: 'en-US' },
    ]);
  });

  it('plays a sound file instead of its words', async () => {
    const audio = { file: 'greeting.mp3', milliseconds: 4_000 };
    events.instruct = () => ({ ...listen(1, 'お世話になっております。'), audio });

    await receive(setup);

    const source = 'https://calls.example.com/audio/templates/greeting.mp3';
    expect(sent).toEqual([{ type: 'play', source, loop: 1, interruptible: true, preemptible: false }]);
  });

  it('counts by time what was heard of a sound file that is interrupted', async () => {
    const audio = { file: 'greeting.mp3', milliseconds: 4_000 };
    events.instruct = () => ({ ...listen(1, 'お世話になっております。'), audio });
    const interrupt = { type: 'interrupt', utteranceUntilInterrupt: '', durationUntilInterruptMs: '2000' };

    await receive(setup, agentSpeaking('on'), interrupt);

    expect(events.told.at(-1)).toEqual(['aiInterrupted', expect.anything(), 1, 'お世話になっ']);
  });

  it('takes a frame that comes twice at once for one', async () => {
    await receive(setup);
    const frame = JSON.stringify(prompt('はい'));

    session.received(frame);
    session.received(frame);
    await settled();

    expect(names()).toEqual(['aiStarted', 'aiHeard']);
  });

  it('takes a key that is pressed twice at once for two', async () => {
    events.instruct = (round) => listen(round + 1, null);
    await receive(setup);

    session.received(JSON.stringify(key('1')));
    session.received(JSON.stringify(key('1')));
    await settled();

    expect(events.told.slice(1).map(([, , ...details]) => details)).toEqual([
      [1, { type: 'keys', digits: '1' }],
      [2, { type: 'keys', digits: '1' }],
    ]);
  });

  it('keeps what it guessed when it guesses nothing next', async () => {
    await receive(setup, prompt('結構', false), prompt(' ', false));

    expect(names()).toEqual(['aiStarted', 'partialHeard']);
    expect(events.told.at(-1)?.slice(2)).toEqual(['結構', 1]);
  });

  it('takes a guess for what was said when nothing surer follows', async () => {
    events.instruct = (round) => listen(round + 1, null);

    await receive(setup, prompt('いえ結', false), prompt('いえ結構です', false));
    await timeUp();
    await timeUp();

    expect(events.told.slice(3).map(([, , ...details]) => details)).toEqual([
      [1, { type: 'speech', text: 'いえ結構です', confidence: 0 }],
      [2, { type: 'silence' }],
    ]);
  });

  it('does not take for said again what it had guessed, and is told of late', async () => {
    events.instruct = (round) => listen(round + 1, null);
    await receive(setup, prompt('どちら様ですか', false));
    await timeUp();

    await receive(prompt('どちら様ですか'));
    expect(names().filter((name) => name === 'aiHeard')).toHaveLength(1);
    await receive(prompt('どちら', false), prompt('どちら様ですか'));

    expect(names().filter((name) => name === 'aiHeard')).toHaveLength(2);
  });

  it('takes the guess when the recogniser ends with nothing', async () => {
    await receive(setup, agentSpeaking('on'), agentSpeaking('off'), prompt('結構です', false), prompt(''));
    await timeUp();

    expect(events.told.at(-1)?.slice(2)).toEqual([1, { type: 'speech', text: '結構です', confidence: 0 }]);
  });

  it('takes what follows a guess instead of it', async () => {
    await receive(setup, prompt('結構', false), prompt('結構興味があります'));

    expect(events.told.at(-1)?.slice(2)).toEqual([
      1,
      { type: 'speech', text: '結構興味があります', confidence: 0 },
    ]);
  });

  it('passes over what is no frame of Twilio, and says so without its words', async () => {
    const nonsense = [
      '',
      'null',
      '{',
      '[]',
      '{"type":"prompt"}',
      '{"type":"setup","callSid":""}',
      '{"type":"dtmf","digit":"秘密"}',
      '{"type":"秘密"}',
    ];
    await receive(setup);

    for (const data of nonsense) session.received(data);
    session.received(new ArrayBuffer(3));
    await settled();

    expect(names()).toEqual(['aiStarted']);
    expect(closedWith).toEqual([]);
    expect(logged.lines).toHaveLength(nonsense.length + 1);
    expect(JSON.stringify(logged.lines)).not.toContain('秘密');
  });

  it('does nothing before it is set up', async () => {
    await receive(prompt('はい'), key('1'), agentSpeaking('off'));

    expect(events.told).toEqual([]);
  });

  it('refuses a second session of the same leg', async () => {
    await receive(setup);
    session = openSession();

    await receive(setup, prompt('はい'));

    expect(closedWith).toEqual([1008]);
    expect(names()).toEqual(['aiStarted']);
  });

  it('changes nothing any more once a Gather has gone on', async () => {
    await receive(setup);
    createWebhookReceiptsStore(database).add(relayEndedKey(legId), '<Response/>', clock.now());

    await receive(prompt('は', false), prompt('はい'), prompt('もしもし'));

    expect(names()).toEqual(['aiStarted']);
  });

  it('gives up when Twilio could not do what it asked for', async () => {
    await receive(setup, { type: 'error', description: 'Invalid message received' }, prompt('はい'));

    expect(closedWith).toEqual([1011]);
    expect(names()).toEqual(['aiStarted']);
  });

  it('gives up when we fail, so that a Gather goes on', async () => {
    await receive(setup);
    events.failure = new Error('the disk is full');

    await receive(prompt('はい'), prompt('もしもし'));

    expect(closedWith).toEqual([1011]);
    expect(names()).toEqual(['aiStarted', 'aiHeard']);
  });

  it('is quiet once its socket is closed', async () => {
    await receive(setup, agentSpeaking('on'), agentSpeaking('off'));
    session.closed();

    await timeUp();

    expect(names()).toEqual(['aiStarted']);
  });

  it('has what was heard considered before it is passed on', async () => {
    session = openSession(async (_leg, _round, heard) =>
      heard.type === 'speech' ? { ...heard, opinion: 'absent' } : heard,
    );

    await receive(setup, prompt('うーん'));

    expect(events.told.at(-1)?.at(3)).toMatchObject({ text: 'うーん', opinion: 'absent' });
  });
});
