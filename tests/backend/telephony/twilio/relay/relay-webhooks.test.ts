import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callId, legId, legRef } from '../../../../support/twilio-samples.ts';
import { createTestedWebhooks, sign, type TestedWebhooks } from '../../../../support/twilio-webhooks.ts';

const legQuery = `callId=${callId}&legId=${legId}`;
const ended = {
  CallSid: legRef,
  CallStatus: 'in-progress',
  SessionId: `VX${'f'.repeat(32)}`,
  SessionStatus: 'ended',
  SessionDuration: '12',
};

describe('the webhooks of a ConversationRelay', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks('https://calls.example.com', 'relay');
    webhooks.events.instruct = () => ({
      type: 'listen',
      round: 6,
      say: null,
      interruptible: true,
      silenceSeconds: 5,
      language: 'ja-JP',
      hints: [],
    });
  });

  afterEach(() => webhooks[Symbol.dispose]());

  async function twimlOf(response: Response): Promise<string> {
    return (await response.text()).replaceAll('&amp;', '&');
  }

  it('connect the AI when it has joined, and ask nothing yet', async () => {
    webhooks.events.hints = ['山田商事', '総務部'];
    const response = await webhooks.send(`/ai?${legQuery}`, { CallSid: legRef });

    const twiml = await twimlOf(response);
    expect(twiml).toContain(
      `<Connect action="https://calls.example.com/webhooks/twilio/relay-ended?${legQuery}#`,
    );
    expect(twiml).toContain(
      `<ConversationRelay url="wss://calls.example.com/webhooks/twilio/relay?${legQuery}" language="ja-JP" ttsProvider="Google" voice="ja-JP-Neural2-B" interruptible="any" dtmfDetection="true" partialPrompts="true" profanityFilter="false" debug="speaker-events" hints="山田商事,総務部">`,
    );
    expect(twiml).toContain('<Language code="en-US" ttsProvider="Google" voice="en-US-Neural2-F"/>');
    expect(webhooks.events.told).toEqual([]);
  });

  it('go on after the last words as after a <Say>', async () => {
    const response = await webhooks.send(`/relay-ended?${legQuery}`, {
      ...ended,
      HandoffData: '{"round":5}',
    });

    expect(webhooks.events.told).toEqual([
      ['aiFinished', expect.objectContaining({ callId, legId, legRef }), 5],
    ]);
    expect(await twimlOf(response)).toContain('<Gather');
  });

  it.each([
    ['39001', 'failed', undefined],
    ['64102', 'failed', undefined],
    ['64105', 'failed', undefined],
    ['64107', 'failed', '{"round":5'],
    ['', 'ended', ''],
    ['', 'something new', '{"else":1}'],
  ])('go on with a Gather when it broke (%s %s)', async (ErrorCode, SessionStatus, HandoffData) => {
    const response = await webhooks.send(`/relay-ended?${legQuery}`, {
      ...ended,
      SessionStatus,
      ErrorCode,
      ...(HandoffData === undefined ? {} : { HandoffData }),
    });

    expect(webhooks.events.told.map(([name]) => name)).toEqual(['aiStarted']);
    expect(await twimlOf(response)).toContain(`/gather?${legQuery}&round=6`);
    expect(webhooks.logged).toMatchObject([{ msg: expect.stringContaining('broke'), code: ErrorCode }]);
  });

  it('change nothing when the call has ended with it', async () => {
    await webhooks.send(`/relay-ended?${legQuery}`, { ...ended, SessionStatus: 'completed' });

    expect(webhooks.events.told).toEqual([]);
  });

  it('answer a repeat as the first time', async () => {
    const first = await webhooks.send(`/relay-ended?${legQuery}`, { ...ended, SessionStatus: 'failed' });
    const second = await webhooks.send(`/relay-ended?${legQuery}`, { ...ended, SessionStatus: 'failed' });

    expect(await second.text()).toBe(await first.text());
    expect(webhooks.events.told).toHaveLength(1);
  });

  const relay = `/relay?${legQuery}`;

  it.each([
    ['none', null],
    ['one for https', sign(`https://calls.example.com/webhooks/twilio${relay}`, {})],
    ['one of another account', sign(`wss://calls.example.com/webhooks/twilio${relay}`, {}, 'other')],
    ['one for another leg', sign(`wss://calls.example.com/webhooks/twilio${relay}0`, {})],
  ])('turn away a WebSocket with a wrong signature: %s', async (_case, signature) => {
    const response = await webhooks.upgrade(relay, signature);

    expect(response.status).toBe(403);
  });

  it('turn away a WebSocket that belongs to no leg', async () => {
    const address = `/relay?callId=${callId}`;

    const response = await webhooks.upgrade(
      address,
      sign(`wss://calls.example.com/webhooks/twilio${address}`, {}),
    );

    expect(response.status).toBe(400);
  });
});
