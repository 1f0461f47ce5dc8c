import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AiInstruction } from '../../../../backend/telephony/carrier-events.ts';
import type { PlacedCall } from '../../../../backend/telephony/twilio/placement/placed-call.ts';
import { createTwilioVerificationLine } from '../../../../backend/telephony/twilio/twilio-verification-line.ts';
import { createTwimlWriter } from '../../../../backend/telephony/twilio/twiml.ts';
import { createWebhookUrls } from '../../../../backend/telephony/twilio/webhook-urls.ts';
import { startRestRecorder } from '../../../support/rest-recorder.ts';
import { account, callId, legId, legRef, publicUrl } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks } from '../../../support/twilio-webhooks.ts';
import { twimlProblems } from '../../../support/twiml-by-sdk.ts';

const leg = { callId, legId };
const ofLeg = `callId=${callId}&legId=${legId}`;
const room = { ...leg, conferenceName: 'p8Yx_-0Z', label: 'customer', record: true };
const call = { CallSid: legRef, CallStatus: 'in-progress' };
const test = 'testCallId=0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';
const twiml = createTwimlWriter(createWebhookUrls(publicUrl));
const audio = { file: `${'ab'.repeat(32)}.mp3`, milliseconds: 2_400 };

const instructions: readonly AiInstruction[] = [
  {
    type: 'listen',
    round: 1,
    say: 'お世話になっております。',
    interruptible: false,
    silenceSeconds: 2,
    language: 'ja-JP',
    hints: ['取次'],
  },
  { type: 'say', round: 1, say: 'はい', language: 'en-US' },
  { type: 'say', round: 1, say: 'はい', language: 'ja-JP', audio },
  { type: 'wait', round: 1, say: 'はい', seconds: 10 },
  { type: 'press', round: 1, digits: '0', silenceSeconds: 2 },
  { type: 'leave' },
];

describe('every TwiML document', () => {
  it.each([
    ...instructions.map((instruction) => [instruction.type, twiml.instruction(leg, instruction)]),
    ['hold', twiml.hold()],
    ['hold in English', twiml.hold('en-US')],
    ['announcement', twiml.announcement('はい')],
    ['announcement, and on', twiml.announcement('はい', `${publicUrl}/next`)],
    ['relay', twiml.relay(leg, ['取次', '株式会社'])],
    ['fallback', readFileSync('resources/twilio-fallback.xml', 'utf8')],
  ])('of the AI, of holds, and of the apology has what the SDK knows: %s', (_name, document) => {
    expect(twimlProblems(document)).toEqual([]);
  });

  it.each([
    ['/incoming', 'a caller whom nobody can speak for', {}],
    ['/incoming', 'a caller', { received: true }],
    [`/telephone?${ofLeg}`, 'an agent’s telephone', { telephone: 'ask' }],
    [`/telephone/key?${ofLeg}`, 'an agent’s telephone that enters', { telephone: 'enter' }],
    [`/telephone/key?${ofLeg}`, 'an agent’s telephone that is too late', { telephone: 'hang-up' }],
    [`/echo?${test}&language=ja`, 'a test call', {}],
    [`/echo/played?${test}&language=en`, 'a test call that is played', {}],
    [`/customer?callId=${callId}&asked=start`, 'a customer with the AI', { placed: withAi() }],
    [`/customer?callId=${callId}&asked=start`, 'a customer in the conference', { placed: withoutAi() }],
    [
      `/customer?callId=${callId}&asked=ai-left`,
      'a customer who has left',
      { placed: { ...withoutAi(), customer: null } },
    ],
    [`/customer?callId=${callId}&asked=told&text=x`, 'a customer who is told', { placed: withAi() }],
    [
      `/customer?callId=${callId}&asked=start`,
      'a customer over the relay',
      { placed: withAi(), relay: true },
    ],
    [`/relay-ended?${ofLeg}`, 'a relay that ended', { relay: true }],
  ] as const satisfies readonly (readonly [string, string, Situation])[])(
    'that answers %s has what the SDK knows: %s',
    async (address, _name, situation) => {
      expect(twimlProblems(await answered(address, situation))).toEqual([]);
    },
  );

  it.each(['ja', 'en'] as const)('that says a code has what the SDK knows: %s', async (language) => {
    await using rest = await startRestRecorder();
    rest.answerWith(() => ({ status: 201, json: { sid: legRef } }));
    const line = createTwilioVerificationLine({ account, restBaseUrl: rest.baseUrl });

    await line.sayCode({ phoneNumber: '+819012345678', code: '123456', language });

    expect(twimlProblems(rest.requests[0]?.form.get('Twiml') ?? '')).toEqual([]);
  });
});

describe('what the SDK does not know', () => {
  it.each([
    ['<Response><Gather colour="red"/></Response>', '<Gather> has no colour'],
    ['<Response><Gather><Record/></Gather></Response>', '<Gather> cannot hold <Record>'],
    ['<Response><Sing/></Response>', '<Response> cannot hold <Sing>'],
    ['<Answer/>', '<Answer> is no TwiML'],
  ])('is found: %s', (document, problem) => {
    expect(twimlProblems(document)).toEqual([problem]);
  });
});

interface Situation {
  readonly received?: boolean;
  readonly telephone?: 'ask' | 'enter' | 'hang-up';
  readonly placed?: PlacedCall;
  readonly relay?: boolean;
}

async function answered(address: string, { received, telephone, placed, relay }: Situation): Promise<string> {
  const placedCalls = placed === undefined ? undefined : { find: () => placed };
  using webhooks = createTestedWebhooks(publicUrl, relay === true ? 'relay' : 'gather', placedCalls);
  const [listen] = instructions;
  if (listen !== undefined) webhooks.events.instruct = () => listen;
  if (received === true) webhooks.events.reception = { type: 'received', leg: room };
  webhooks.events.instructTelephone = () =>
    telephone === 'enter'
      ? { type: 'enter', leg: room, muted: true }
      : { type: telephone ?? 'hang-up', say: 'はい', language: 'ja-JP' };
  const response = await webhooks.send(address, {
    ...call,
    From: '+81312345678',
    Digits: '1',
    RecordingUrl: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1',
    SessionStatus: 'failed',
    ErrorCode: '39001',
  });
  expect(response.status).toBe(200);
  return response.text();
}

function withoutAi(): PlacedCall {
  const customer = {
    legId,
    label: 'customer',
    legRef,
    phoneNumber: '+81312345678',
    callerNumber: null,
    askedAt: new Date('2026-06-01T00:00:00Z'),
    onHold: false,
    state: 'here',
  } as const;
  return { callId, conferenceName: 'p8Yx_-0Z', record: true, customer, ai: null, withHuman: false };
}

function withAi(): PlacedCall {
  return { ...withoutAi(), ai: { legId, label: 'ai-1', here: false } };
}
