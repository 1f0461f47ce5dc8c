import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AiInstruction } from '../../../../backend/telephony/carrier-events.ts';
import { callId, conferenceRef, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const query = `callId=${callId}&legId=${legId}`;
const now = new Date('2026-11-24T01:00:00.000Z');
const leg = { callId, legId, legRef, at: now };
const listen: AiInstruction = {
  type: 'listen',
  round: 2,
  say: 'もしもし',
  interruptible: true,
  silenceSeconds: 2,
  language: 'ja-JP',
  hints: [],
};

let webhooks: TestedWebhooks;

beforeEach(() => {
  webhooks = createTestedWebhooks();
});

afterEach(() => webhooks[Symbol.dispose]());

describe('webhooks of the AI', () => {
  it('asks what to do first, by the parameters of the application', async () => {
    webhooks.events.instruct = () => listen;

    const response = await webhooks.send('/ai', {
      callId,
      legId,
      CallSid: legRef,
      CallStatus: 'in-progress',
    });

    expect(webhooks.events.told).toEqual([['aiStarted', leg]]);
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/);
    expect(await response.text()).toContain('もしもし');
  });

  it.each([
    [
      { SpeechResult: ' はい ', Confidence: '0.9' },
      { type: 'speech', text: 'はい', confidence: 0.9 },
    ],
    [{ SpeechResult: 'はい' }, { type: 'speech', text: 'はい', confidence: 0 }],
    [{ Digits: '1' }, { type: 'keys', digits: '1' }],
    [
      { SpeechResult: 'いち', Confidence: '0.9', Digits: '1' },
      { type: 'keys', digits: '1' },
    ],
    [{}, { type: 'silence' }],
    [{ SpeechResult: '', Digits: '', Confidence: '0.0' }, { type: 'silence' }],
  ])('makes of %o that it heard %o', async (parameters, heard) => {
    await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef, ...parameters });

    expect(webhooks.events.told).toEqual([['aiHeard', leg, 1, heard]]);
  });

  it('reports that it has finished speaking', async () => {
    await webhooks.send(`/finished?${query}&round=3`, { CallSid: legRef });

    expect(webhooks.events.told).toEqual([['aiFinished', leg, 3]]);
  });

  it('answers a repeat with the same words and tells nobody', async () => {
    webhooks.events.instruct = () => listen;
    const first = await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef, SpeechResult: 'はい' });
    webhooks.events.instruct = () => ({ type: 'leave' });

    const again = await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef, SpeechResult: 'はい' });

    expect(await again.text()).toBe(await first.text());
    expect(webhooks.events.told).toHaveLength(1);
  });

  it('takes two silences in a row for two rounds', async () => {
    await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef });
    await webhooks.send(`/gather?${query}&round=2`, { CallSid: legRef });

    expect(webhooks.events.told).toHaveLength(2);
  });

  it('does everything again, its receipt too, when it failed the first time', async () => {
    webhooks.events.failure = new Error('disk full');

    const failed = await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef });
    const again = await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef });

    expect([failed.status, again.status]).toEqual([500, 200]);
    expect(webhooks.events.told).toHaveLength(2);
  });
});

describe('guesses while somebody speaks', () => {
  const guess = (round: number, sequence: number, text: string) =>
    webhooks.send(`/partial?${query}&round=${round}`, {
      CallSid: legRef,
      SequenceNumber: String(sequence),
      StableSpeechResult: '',
      UnstableSpeechResult: text,
    });
  const guesses = () =>
    webhooks.events.told.filter(([name]) => name === 'partialHeard').map(([, , text]) => text);

  it('are passed on, but not those that come late', async () => {
    await guess(1, 0, 'お');
    await guess(1, 2, 'お電話');
    await guess(1, 1, 'おで');

    expect(guesses()).toEqual(['お', 'お電話']);
  });

  it('of a round are late once its result is there', async () => {
    await webhooks.send(`/gather?${query}&round=1`, { CallSid: legRef, SpeechResult: 'お電話' });

    await guess(1, 9, 'お電話');
    await guess(2, 0, 'は');

    expect(guesses()).toEqual(['は']);
  });

  it('are put together from what is stable and what is not', async () => {
    await webhooks.send(`/partial?${query}&round=1`, {
      CallSid: legRef,
      SequenceNumber: '1',
      StableSpeechResult: 'お電話',
      UnstableSpeechResult: 'ありがとう',
    });

    expect(guesses()).toEqual(['お電話ありがとう']);
  });

  it('that are empty are not passed on', async () => {
    await guess(1, 0, '');

    expect(guesses()).toEqual([]);
  });
});

describe('machine detection', () => {
  it.each(['machine_start', 'machine_end_beep', 'machine_end_silence', 'machine_end_other', 'fax'])(
    'tells of %s',
    async (AnsweredBy) => {
      await webhooks.send(`/amd?${query}`, { CallSid: legRef, AnsweredBy });

      expect(webhooks.events.told).toEqual([['machineDetected', callId, now]]);
    },
  );

  it.each(['human', 'unknown'])('says nothing of %s', async (AnsweredBy) => {
    const response = await webhooks.send(`/amd?${query}`, { CallSid: legRef, AnsweredBy });

    expect(response.status).toBe(204);
    expect(webhooks.events.told).toEqual([]);
  });
});

describe('recordings', () => {
  const RecordingSid = `RE${'f'.repeat(32)}`;

  it('are told of from their start', async () => {
    await webhooks.send(`/recording?callId=${callId}`, { RecordingSid, RecordingStatus: 'in-progress' });

    const recording = { callId, recordingRef: RecordingSid, state: 'in-progress' };
    const unknown = { startedAt: null, durationSeconds: null, channels: null };
    expect(webhooks.events.told).toEqual([['recordingChanged', { ...recording, ...unknown }]]);
  });

  it('are told of when they are there', async () => {
    await webhooks.send(`/recording?callId=${callId}`, {
      RecordingSid,
      RecordingStatus: 'completed',
      RecordingStartTime: 'Tue, 24 Nov 2026 00:58:00 +0000',
      RecordingDuration: '95',
      RecordingChannels: '1',
    });

    const [, recording] = webhooks.events.told[0] ?? [];
    expect(recording).toMatchObject({
      state: 'completed',
      startedAt: new Date('2026-11-24T00:58:00Z'),
      durationSeconds: 95,
      channels: 1,
    });
  });

  it('that failed are not there', async () => {
    await webhooks.send(`/recording?callId=${callId}`, { RecordingSid, RecordingStatus: 'failed' });

    expect(webhooks.events.told[0]?.[1]).toMatchObject({ state: 'absent' });
  });
});

describe('what is heard on hold', () => {
  it('is our own document', async () => {
    const response = await webhooks.send('/hold', { CallSid: legRef });

    expect(await response.text()).toContain('https://calls.example.com/audio/hold.wav');
  });

  it('is announced as the address says', async () => {
    const text = '担当者に代わります。';

    const response = await webhooks.send(`/announce?text=${encodeURIComponent(text)}`, { CallSid: legRef });

    expect(await response.text()).toContain(text);
  });
});

describe('parameters that are not of Twilio', () => {
  it.each<[string, Record<string, string>]>([
    ['/ai', { CallSid: legRef }],
    ['/ai', { callId: 'call_x', legId, CallSid: legRef }],
    [`/gather?${query}`, { CallSid: legRef }],
    [`/gather?${query}&round=-1`, { CallSid: legRef }],
    [`/gather?${query}&round=1`, { CallSid: legRef, Confidence: '7' }],
    [`/call-status?${query}`, { CallSid: legRef, CallStatus: 'confused', SequenceNumber: '0' }],
    [
      `/conference?callId=${callId}`,
      { ConferenceSid: conferenceRef, StatusCallbackEvent: 'participant-join' },
    ],
    [`/transcription?callId=${callId}`, { TranscriptionEvent: 'transcription-content' }],
    ['/announce', {}],
  ])('are refused: %s %o', async (address, parameters) => {
    const response = await webhooks.send(address, parameters);

    expect(response.status).toBe(400);
    expect(webhooks.events.told).toEqual([]);
  });
});
