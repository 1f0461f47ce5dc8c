import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areHoldWords } from '../../../../backend/telephony/twilio/hold-words.ts';
import { callId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const now = new Date('2026-11-24T01:00:00.000Z');
const content = {
  TranscriptionSid: `GT${'9'.repeat(32)}`,
  TranscriptionEvent: 'transcription-content',
  CallSid: legRef,
  LanguageCode: 'ja-JP',
  Track: 'inbound_track',
  TranscriptionData: '{"transcript":"お電話代わりました。","confidence":0.94}',
  Final: 'true',
  SequenceId: '2',
  Timestamp: '2026-11-24T00:59:59.500Z',
};

describe('live transcription', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks();
  });

  afterEach(() => webhooks[Symbol.dispose]());

  const report = (more: Readonly<Record<string, string>> = {}) =>
    webhooks.send(`/transcription?callId=${callId}`, { ...content, ...more });

  it.each(['恐れ入ります', 'そのまま少々お待ちくださいませ。', 'please hold the line'])(
    'knows the words that are played on hold: %s',
    (words) => expect(areHoldWords(words)).toBe(true),
  );

  it.each(['お待たせいたしました', '少しお待ちください', ''])('takes nothing else for them: %s', (words) =>
    expect(areHoldWords(words)).toBe(false),
  );

  it('tells what the customer said', async () => {
    await report();

    const said = {
      callId,
      tracks: 'both',
      track: 'customer',
      text: 'お電話代わりました。',
      confidence: 0.94,
      ofHold: false,
      final: true,
      at: now,
    };
    expect(webhooks.events.told).toEqual([['transcribed', said]]);
  });

  it('hears on the outbound track everybody else', async () => {
    await report({ Track: 'outbound_track' });

    expect(webhooks.events.told[0]?.[1]).toMatchObject({ track: 'others' });
  });

  const guess = (SequenceId: string, transcript: string) =>
    report({
      SequenceId,
      Final: 'false',
      TranscriptionData: JSON.stringify({ transcript }),
      Stability: '0.6',
    });
  const told = () => webhooks.events.told.map(([, said]) => said);

  it('passes a guess on as a guess, without confidence', async () => {
    await guess('1', 'お電話');

    expect(told()).toMatchObject([{ text: 'お電話', confidence: null, final: false }]);
  });

  it('drops guesses that come late, but never what was said', async () => {
    await guess('3', 'お電話代');
    await guess('2', 'お電');
    await report({ SequenceId: '2' });
    await report({ SequenceId: '5' });
    await guess('4', 'お電話代わり');

    expect(told()).toMatchObject([{ final: false }, { final: true }, { final: true }]);
  });

  it('keeps the order of each side of its own', async () => {
    await report({ SequenceId: '5' });
    await report({ SequenceId: '4', Track: 'outbound_track', Final: 'false' });

    expect(told()).toHaveLength(2);
  });

  it('tells what was said once, however often it comes', async () => {
    await report();
    await report();

    expect(webhooks.events.told).toHaveLength(1);
  });

  it('has nothing to tell of silence', async () => {
    const response = await report({ TranscriptionData: '{"transcript":" ","confidence":0.1}' });

    expect(response.status).toBe(204);
    expect(webhooks.events.told).toEqual([]);
  });

  it.each(['transcription-started', 'transcription-stopped', 'transcription-error'])(
    'takes note of %s',
    async (TranscriptionEvent) => {
      const response = await webhooks.send(`/transcription?callId=${callId}`, {
        TranscriptionSid: content.TranscriptionSid,
        SequenceId: '1',
        TranscriptionEvent,
      });

      expect(response.status).toBe(204);
      expect(webhooks.events.told).toEqual([]);
    },
  );

  it.each(['no json', '{"transcript":7}', '[]'])('refuses %s as what was said', async (TranscriptionData) => {
    const response = await report({ TranscriptionData });

    expect(response.status).toBe(400);
  });
});
