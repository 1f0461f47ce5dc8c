import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlacedCall } from '../../../../backend/telephony/twilio/placement/placed-call.ts';
import { callId, conferenceRef, legId, legRef, publicUrl } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const leg = `callId=${callId}&legId=${legId}`;
const call = `callId=${callId}`;

interface Sample {
  readonly address: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What tells a later one from a repeat. */
  readonly next: { readonly address?: string; readonly parameters?: Readonly<Record<string, string>> };
  /** Where the AI is on the customer's leg. */
  readonly placed?: PlacedCall;
}

const joined = {
  StatusCallbackEvent: 'participant-join',
  ConferenceSid: conferenceRef,
  CallSid: legRef,
  ParticipantLabel: 'customer',
  Muted: 'false',
  Hold: 'false',
};

const said = {
  TranscriptionEvent: 'transcription-content',
  TranscriptionSid: 'GT1',
  Track: 'inbound_track',
  TranscriptionData: JSON.stringify({ transcript: 'はい', confidence: 0.9 }),
  Final: 'true',
};

/** Each webhook that tells something or asks what to do, with what Twilio sends. */
const samples: Readonly<Record<string, Sample>> = {
  incoming: {
    address: '/incoming',
    parameters: { CallSid: legRef, From: '+81312345678', CallStatus: 'ringing' },
    next: { parameters: { CallSid: `CA${'7'.repeat(32)}` } },
  },
  'a call to our number that is over': {
    address: '/incoming-ended',
    parameters: { CallSid: legRef, CallStatus: 'completed', CallDuration: '12' },
    next: { parameters: { CallStatus: 'failed' } },
  },
  'a customer’s leg on which the AI is': {
    address: `/customer?${call}&asked=start`,
    parameters: { CallSid: legRef, CallStatus: 'in-progress' },
    next: { address: `/customer?${call}&asked=ai-comes&legId=leg_${'7'.repeat(20)}` },
    placed: {
      callId,
      conferenceName: 'p8Yx_-0Z',
      record: false,
      customer: {
        legId,
        label: 'customer',
        legRef: null,
        phoneNumber: '+81312345678',
        callerNumber: null,
        askedAt: new Date('2026-06-01T00:00:00Z'),
        onHold: false,
        state: 'coming',
      },
      ai: null,
      withHuman: false,
    },
  },
  ai: {
    address: '/ai',
    parameters: { callId, legId, CallSid: legRef },
    next: { parameters: { legId: `leg_${'7'.repeat(20)}` } },
  },
  gather: {
    address: `/gather?${leg}&round=1`,
    parameters: { CallSid: legRef, SpeechResult: 'はい', Confidence: '0.9' },
    next: { address: `/gather?${leg}&round=2` },
  },
  finished: {
    address: `/finished?${leg}&round=1`,
    parameters: { CallSid: legRef },
    next: { address: `/finished?${leg}&round=2` },
  },
  'call status': {
    address: `/call-status?${leg}`,
    parameters: { CallSid: legRef, CallStatus: 'ringing', SequenceNumber: '1' },
    next: { parameters: { CallStatus: 'in-progress', SequenceNumber: '2' } },
  },
  'conference status': {
    address: `/conference?${call}`,
    parameters: { ...joined, SequenceNumber: '1' },
    next: { parameters: { StatusCallbackEvent: 'participant-leave', SequenceNumber: '2' } },
  },
  'the end of a conference': {
    address: `/conference?${call}`,
    parameters: { StatusCallbackEvent: 'conference-end', ConferenceSid: conferenceRef, SequenceNumber: '9' },
    next: { parameters: { ConferenceSid: 'CF2' } },
  },
  recording: {
    address: `/recording?${call}`,
    parameters: { RecordingSid: `RE${'1'.repeat(32)}`, RecordingStatus: 'in-progress' },
    next: { parameters: { RecordingStatus: 'completed' } },
  },
  transcription: {
    address: `/transcription?${call}`,
    parameters: { ...said, SequenceId: '1' },
    next: { parameters: { SequenceId: '2' } },
  },
  'an agent’s own telephone that is answered': {
    address: `/telephone?${leg}`,
    parameters: { CallSid: legRef, CallStatus: 'in-progress' },
    next: { parameters: { CallSid: `CA${'7'.repeat(32)}` } },
  },
  'a key on an agent’s own telephone': {
    address: `/telephone/key?${leg}`,
    parameters: { CallSid: legRef, Digits: '1' },
    next: { parameters: { CallSid: `CA${'7'.repeat(32)}` } },
  },
  'the end of a ConversationRelay': {
    address: `/relay-ended?${leg}`,
    parameters: { CallSid: legRef, SessionStatus: 'failed', ErrorCode: '39001' },
    next: { address: `/relay-ended?callId=${callId}&legId=leg_${'7'.repeat(20)}` },
  },
  'machine detection': {
    address: `/amd?${leg}`,
    parameters: { CallSid: legRef, AnsweredBy: 'machine_start' },
    next: { parameters: { CallSid: 'CA2' } },
  },
};

describe.each(Object.entries(samples))(
  'the webhook of %s',
  (_name, { address, parameters, next, placed }) => {
    let webhooks: TestedWebhooks;

    beforeEach(() => {
      webhooks = createTestedWebhooks(publicUrl, 'gather', placed && { find: () => placed });
      webhooks.events.instruct = (round) => ({
        type: 'say',
        round: round + webhooks.events.told.length,
        say: 'はい',
        language: 'ja-JP',
      });
    });

    afterEach(() => webhooks[Symbol.dispose]());

    const send = () => webhooks.send(address, parameters);
    const sendNext = () => webhooks.send(next.address ?? address, { ...parameters, ...next.parameters });
    const answerOf = async (response: Response) => [response.status, await response.text()];

    it('that comes twice is answered the same, and told once', async () => {
      const first = await answerOf(await send());

      const again = await answerOf(await send());

      expect(again).toEqual(first);
      expect(webhooks.events.told).toHaveLength(1);
    });

    it('that comes twice at once is told once', async () => {
      const answers = await Promise.all([send(), send()].map(async (sent) => answerOf(await sent)));

      expect(answers[1]).toEqual(answers[0]);
      expect(webhooks.events.told).toHaveLength(1);
    });

    it('that comes again after a later one is answered as the first time, and changes nothing', async () => {
      const first = await answerOf(await send());
      await sendNext();
      webhooks.clock.pass(20);

      const late = await answerOf(await send());

      expect(late).toEqual(first);
      expect(webhooks.events.told).toHaveLength(2);
    });

    it('that was not taken in is taken in when Twilio tries again', async () => {
      webhooks.events.failure = new Error('disk full');
      const failed = await send();

      const again = await send();

      expect([failed.status, again.ok]).toEqual([500, true]);
      expect(webhooks.events.told).toHaveLength(2);
    });
  },
);

const test = 'testCallId=0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';

/** What they tell may be told again: a test call that is over stays over. */
const testCall = {
  echo: { address: `/echo?${test}&language=ja`, parameters: { CallSid: legRef } },
  'echo/played': {
    address: `/echo/played?${test}&language=ja`,
    parameters: { CallSid: legRef, RecordingUrl: 'https://api.twilio.com/RE1', Digits: '' },
  },
  'echo/ended': {
    address: `/echo/ended?${test}`,
    parameters: { CallSid: legRef, CallStatus: 'completed' },
  },
} as const satisfies Record<string, Omit<Sample, 'next'>>;

describe.each(Object.entries(testCall))('the webhook %s of a test call', (_name, { address, parameters }) => {
  it('that comes twice, and again when the call is over, is answered the same', async () => {
    using webhooks = createTestedWebhooks();
    const send = async () => {
      const response = await webhooks.send(address, parameters);
      return [response.status, await response.text()];
    };
    const first = await send();

    const again = await send();
    await webhooks.send(testCall['echo/ended'].address, testCall['echo/ended'].parameters);
    webhooks.clock.pass(20);
    const late = await send();

    expect([again, late]).toEqual([first, first]);
    expect(new Set(webhooks.tests).size).toBeLessThan(webhooks.tests.length);
  });
});
