import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookReceipts } from '../../../../backend/db/schema/journal.ts';
import { callId, conferenceRef, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const otherCall = `call_${'9'.repeat(20)}`;
const leg = `callId=${callId}&legId=${legId}`;

interface Sample {
  readonly address: string;
  /** What each kind of webhook cannot do without. */
  readonly needed: Readonly<Record<string, string>>;
  /** Values of these or of others that are not of their type. */
  readonly wrong: readonly (readonly [string, string])[];
}

const testCallId = '0d3f1c52-9f0b-4b6c-8a53-1f2f3a4b5c6d';
const anyRef = '0'.repeat(32);

const samples: readonly Sample[] = [
  {
    address: '/ai',
    needed: { callId, legId, CallSid: legRef },
    wrong: [
      ['callId', ''],
      ['callId', legId],
      ['legId', callId],
    ],
  },
  {
    address: `/gather?${leg}`,
    needed: { round: '1', CallSid: legRef },
    wrong: [
      ['round', 'first'],
      ['round', '1.5'],
      ['round', '-1'],
      ['Confidence', 'much'],
      ['Confidence', '1.01'],
    ],
  },
  {
    address: `/finished?${leg}`,
    needed: { round: '1', CallSid: legRef },
    wrong: [['round', 'NaN']],
  },
  {
    address: `/partial?${leg}`,
    needed: { round: '1', CallSid: legRef },
    wrong: [
      ['round', '1e400'],
      ['SequenceNumber', 'x'],
    ],
  },
  {
    address: `/call-status?${leg}`,
    needed: { CallSid: legRef, CallStatus: 'ringing', SequenceNumber: '1' },
    wrong: [
      ['CallStatus', 'Ringing'],
      ['CallStatus', ''],
    ],
  },
  {
    address: `/conference?callId=${callId}`,
    needed: {
      ConferenceSid: conferenceRef,
      StatusCallbackEvent: 'participant-join',
      SequenceNumber: '1',
      CallSid: legRef,
      ParticipantLabel: 'customer',
      Muted: 'false',
      Hold: 'false',
    },
    wrong: [
      ['Muted', 'no'],
      ['Hold', '1'],
      ['StatusCallbackEvent', 'participant-dance'],
    ],
  },
  {
    address: `/recording?callId=${callId}`,
    needed: { RecordingSid: `RE${anyRef}`, RecordingStatus: 'completed' },
    wrong: [
      ['RecordingStatus', 'done'],
      ['RecordingDuration', '-1'],
      ['RecordingDuration', 'long'],
      ['RecordingChannels', '0'],
    ],
  },
  {
    address: `/transcription?callId=${callId}`,
    needed: {
      TranscriptionSid: `GT${anyRef}`,
      SequenceId: '1',
      TranscriptionEvent: 'transcription-content',
      Track: 'inbound_track',
      TranscriptionData: '{"transcript":"はい","confidence":0.9}',
      Final: 'true',
    },
    wrong: [
      ['SequenceId', 'second'],
      ['Track', 'both_tracks'],
      ['Final', 'perhaps'],
      ['TranscriptionData', '{"transcript":"はい","confidence":9}'],
      ['TranscriptionData', '{"transcript":'],
    ],
  },
  {
    address: `/amd?callId=${callId}`,
    needed: { CallSid: legRef, AnsweredBy: 'machine_start' },
    wrong: [['AnsweredBy', 'robot']],
  },
  { address: '/incoming', needed: { CallSid: legRef }, wrong: [] },
  {
    address: `/telephone?${leg}`,
    needed: { CallSid: legRef },
    wrong: [],
  },
  { address: `/telephone/key?${leg}`, needed: { CallSid: legRef, Digits: '1' }, wrong: [] },
  {
    address: '/echo/ended',
    needed: { testCallId, CallSid: legRef, CallStatus: 'completed' },
    wrong: [
      ['testCallId', '1'],
      ['CallStatus', 'gone'],
    ],
  },
  {
    address: '/echo',
    needed: { testCallId, language: 'ja' },
    wrong: [['language', 'xx']],
  },
  { address: '/announce', needed: { text: '担当者に代わります。' }, wrong: [['text', '']] },
];

let webhooks: TestedWebhooks;

beforeEach(() => {
  webhooks = createTestedWebhooks();
});

afterEach(() => webhooks[Symbol.dispose]());

function expectNothingDone(): void {
  expect(webhooks.events.told).toEqual([]);
  expect(webhooks.database.query.select().from(webhookReceipts).all()).toEqual([]);
}

/** One warning, which tells which parameter it was, and no value. */
function expectWarning(message: string, name: string, values: readonly string[]): void {
  expect(webhooks.logged.map(({ msg }) => msg)).toEqual([message]);
  const line = JSON.stringify(webhooks.logged[0]);
  expect(line).toContain(JSON.stringify(name).slice(1, -1));
  for (const value of values.filter((text) => text.length > 8)) expect(line).not.toContain(value);
}

describe('a webhook', () => {
  it.each(samples)('with all that it needs is taken: $address', async ({ address, needed }) => {
    const response = await webhooks.send(address, needed);

    expect(response.ok).toBe(true);
    expect(webhooks.logged).toEqual([]);
  });

  const lacking = samples.flatMap(({ address, needed }) =>
    Object.keys(needed).map((name) => ({ address, needed, name })),
  );

  it.each(lacking)(
    'without $name is refused and changes nothing: $address',
    async ({ address, needed, name }) => {
      const rest = Object.entries(needed).filter(([other]) => other !== name);

      const response = await webhooks.send(address, Object.fromEntries(rest));

      expect(response.status).toBe(400);
      expectWarning('a webhook has unexpected parameters', name, Object.values(needed));
      expectNothingDone();
    },
  );

  const mistyped = samples.flatMap(({ address, needed, wrong }) =>
    wrong.map(([name, value]) => ({ address, needed, name, value })),
  );

  it.each(mistyped)(
    'with $name=$value is refused and changes nothing: $address',
    async ({ address, needed, name, value }) => {
      const response = await webhooks.send(address, { ...needed, [name]: value });

      expect(response.status).toBe(400);
      expectWarning('a webhook has unexpected parameters', name, [value]);
      expectNothingDone();
    },
  );

  it.each(lacking)('with two values for $name is refused: $address', async ({ address, needed, name }) => {
    const response = await webhooks.sendEntries(address, [...Object.entries(needed), [name, 'another one']]);

    expect(response.status).toBe(400);
    expectWarning('a webhook has two values for a parameter', name, ['another one']);
    expectNothingDone();
  });

  it('whose body names another call than its address is refused', async () => {
    const response = await webhooks.send(`/gather?${leg}&round=1`, { CallSid: legRef, callId: otherCall });

    expect(response.status).toBe(400);
    expectWarning('a webhook has two values for a parameter', 'callId', [otherCall]);
    expectNothingDone();
  });

  it('whose address names two calls is refused', async () => {
    const response = await webhooks.send(`/gather?${leg}&callId=${otherCall}&round=1`, { CallSid: legRef });

    expect(response.status).toBe(400);
    expectNothingDone();
  });

  it('that says the same twice is taken: the leg’s own parameters come along with every request', async () => {
    const response = await webhooks.send(`/gather?${leg}&round=1`, { CallSid: legRef, callId, legId });

    expect(response.status).toBe(200);
    expect(webhooks.events.told).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'may have a parameter called %s, which means nothing',
    async (name) => {
      const response = await webhooks.send(`/gather?${leg}&round=1`, { CallSid: legRef, [name]: 'x' });

      expect(response.status).toBe(200);
    },
  );

  it.each(samples)(
    'without a signature is turned away with a word in the log: $address',
    async ({ address, needed }) => {
      const response = await webhooks.sendSigned(address, needed, null);

      expect(response.status).toBe(403);
      expectWarning('a webhook with a wrong signature was turned away', 'signed', Object.values(needed));
      expectNothingDone();
    },
  );

  it('that is no form is refused like one without parameters', async () => {
    const response = await webhooks.sendEntries('/ai', []);

    expect(response.status).toBe(400);
    expectNothingDone();
  });
});
