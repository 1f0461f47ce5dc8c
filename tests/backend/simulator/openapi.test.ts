import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { legIdSchema } from '../../../backend/contract/ids.ts';
import { systemClock } from '../../../backend/kernel/clock.ts';
import { personaNumber } from '../../../backend/simulator/personas/numbers.ts';
import type { CarrierCommand, NewLegCommand } from '../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../backend/telephony/telephony.ts';
import { createAlarm } from '../../../backend/telephony/twilio/relay/alarm.ts';
import { createTwilioClient } from '../../../backend/telephony/twilio/twilio-client.ts';
import { createTwilioRecordingLine } from '../../../backend/telephony/twilio/twilio-recording-line.ts';
import { createTwilioTelephony } from '../../../backend/telephony/twilio/twilio-telephony.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { eventually } from '../../support/patience.ts';
import {
  simulatedTwilioAccount as account,
  type SimulatedTwilio,
  startSimulatedTwilio,
} from '../../support/simulated-twilio.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../support/twilio-openapi.ts';
import { addAi, dialCustomer, ringSoftphone } from '../../support/twilio-samples.ts';
import { undocumented } from '../../support/twilio-webhook-documentation.ts';
import { recordWebhooks, type WebhookRecorder } from '../../support/webhook-recorder.ts';

const customer: NewLegCommand = {
  ...dialCustomer,
  legId: legOf('4'),
  to: personaNumber('puts-through'),
  record: true,
};
const ai: NewLegCommand = { ...addAi, legId: legOf('5'), record: true };
const agent: NewLegCommand = { ...ringSoftphone, record: true };

let webhooks: WebhookRecorder;
let twilio: SimulatedTwilio;
let telephony: Telephony;

beforeEach(async () => {
  webhooks = recordWebhooks();
  twilio = await startSimulatedTwilio(
    new Map([customer, ai, agent].map(({ label, legId }) => [label, legId])),
  );
  const { restBaseUrl, publicUrl } = twilio;
  telephony = createTwilioTelephony({
    account,
    restBaseUrl,
    publicUrl,
    clock: fixedClock(),
    after: createAlarm(systemClock, 1),
  });
  twilio.events.instruct = (round) => ({
    type: 'listen',
    round: round + 1,
    say: 'お世話になっております。',
    interruptible: true,
    silenceSeconds: 2,
    language: 'ja-JP',
    hints: [],
  });
});

afterEach(async () => {
  await twilio[Symbol.asyncDispose]();
  webhooks[Symbol.dispose]();
});

/** A whole call: three legs come, everything is done with them, all is looked at, and they go. */
async function wholeCall(): Promise<void> {
  const customerLeg = await joined(customer);
  await joined(ai);
  await told('aiHeard');
  await told('partialHeard');
  await eventually(() => expect(twilio.webhooks.some((webhook) => webhook.startsWith('amd'))).toBe(true));
  const agentLeg = await joined(agent);
  await perform({ type: 'mute-leg', ...agentLeg, muted: false });
  await perform({ type: 'supervise-leg', ...agentLeg, heardBy: { type: 'one', legRef: customerLeg.legRef } });
  await perform({ type: 'supervise-leg', ...agentLeg, heardBy: { type: 'nobody' } });
  await perform({ type: 'supervise-leg', ...agentLeg, heardBy: { type: 'everybody' } });
  await perform({ type: 'hold-leg', ...customerLeg, onHold: true });
  await perform({ type: 'hold-leg', ...customerLeg, onHold: false });
  await perform({ type: 'announce', ...customerLeg, text: '担当者に代わります。' });
  await perform({ type: 'transcribe', ...customerLeg, callId: customer.callId, tracks: 'customer' });
  await perform({ type: 'stop-transcribing', ...customerLeg, tracks: 'customer' });
  await perform({ type: 'transcribe', ...customerLeg, callId: customer.callId, tracks: 'both' });
  await pauseRecordings(customerLeg.conferenceRef);
  await lookAtEverything(customerLeg.conferenceRef, customerLeg.legRef);
  await perform({ type: 'remove-leg', ...agentLeg });
  await perform({ type: 'end-conference', conferenceRef: customerLeg.conferenceRef });
  await told('conferenceEnded');
  await told('recordingChanged', { state: 'completed' });
  await lookAtEverything(customerLeg.conferenceRef, null);
  await takeRecordings(customerLeg.conferenceRef);
}

async function pauseRecordings(conferenceRef: string): Promise<void> {
  const line = createTwilioRecordingLine({ account, restBaseUrl: twilio.restBaseUrl });
  for (const { recordingRef } of (await line.recordingsOf(conferenceRef)) ?? []) {
    for (const paused of [true, false]) {
      expect(await line.setPaused({ conferenceRef, recordingRef }, paused)).toEqual({ type: 'done' });
      expect(await line.recordingNow({ conferenceRef, recordingRef })).toBe(paused ? 'paused' : 'running');
    }
  }
}

async function takeRecordings(conferenceRef: string): Promise<void> {
  const line = createTwilioRecordingLine({ account, restBaseUrl: twilio.restBaseUrl });
  const [recording] = (await line.recordingsOf(conferenceRef)) ?? [];
  expect(recording).toMatchObject({ state: 'completed', startedAt: expect.any(Date), channels: 1 });
  const recordingRef = recording?.recordingRef ?? '';
  expect(await line.remove(recordingRef)).toEqual({ type: 'done' });
}

async function joined(command: NewLegCommand) {
  const outcome = await telephony.execute(command);
  if (outcome.type !== 'done' || outcome.leg === undefined) throw new Error(JSON.stringify(outcome));
  await told('legJoined', { legId: command.legId });
  return { legId: command.legId, ...outcome.leg };
}

async function perform(command: CarrierCommand): Promise<void> {
  expect(await telephony.execute(command)).toEqual({ type: 'done' });
}

async function told(name: string, details: object | null = null): Promise<void> {
  await eventually(() => {
    const same = twilio.events.told.filter(([event]) => event === name);
    expect(same).not.toEqual([]);
    if (details === null) return;
    expect(same.map(([, detail]) => detail)).toContainEqual(expect.objectContaining(details));
  });
}

async function lookAtEverything(conferenceRef: string, legRef: string | null): Promise<void> {
  const client = createTwilioClient(account, twilio.restBaseUrl);
  const conference = client.conferences(conferenceRef);
  await conference.fetch();
  await conference.participants.list();
  if (legRef !== null) await conference.participants(legRef).fetch();
  await client.conferences.list({ friendlyName: customer.conferenceName });
  const [call] = await client.calls.list();
  await client.calls(call?.sid ?? '').fetch();
  for (const { sid } of await conference.recordings.list()) await conference.recordings(sid).fetch();
  for (const { sid } of await client.recordings.list()) await client.recordings(sid).fetch();
}

describe('the adapter and the simulated carrier', () => {
  it('understand each other: every command is done, and every webhook accepted', async () => {
    await wholeCall();

    const refused = twilio.webhooks.filter((webhook) => !/ 20[04]$/.test(webhook));
    expect(refused).toEqual([]);
    expect([...new Set(webhooks.sent.flatMap(undocumented))]).toEqual([]);
    expect(new Set(twilio.webhooks.map((webhook) => webhook.split(' ')[0]))).toEqual(
      new Set([
        'ai',
        'announce',
        'call-status',
        'conference',
        'gather',
        'hold',
        'partial',
        'recording',
        'transcription',
        'amd',
      ]),
    );
  });

  it('have nothing left to do with what is gone', async () => {
    const leg = await joined(customer);
    await perform({ type: 'end-conference', conferenceRef: leg.conferenceRef });
    await told('legEnded');

    const outcomes = await Promise.all([
      telephony.execute({ type: 'remove-leg', ...leg }),
      telephony.execute({ type: 'hang-up', ...leg }),
      telephony.execute({ type: 'mute-leg', ...leg, muted: true }),
    ]);

    expect(outcomes).toEqual([{ type: 'gone' }, { type: 'gone' }, { type: 'gone' }]);
  });

  it('agree on which leg an earlier attempt made', async () => {
    const first = await telephony.execute(customer);

    const second = await telephony.execute(customer);

    expect(second).toEqual(first);
  });
});

describeByTwilio(
  await loadTwilioOpenApi(),
  "the simulated carrier, by Twilio's OpenAPI description",
  (checker) => {
    it('answers with everything that Twilio documents and nothing else', async () => {
      await wholeCall();

      const problems = twilio.exchanged.flatMap(({ method, path, form, status, json }) =>
        [
          ...checker.checkRequest(method, path, form),
          ...checker.checkResponse(method, path, status, json),
        ].map((problem) => `${method} ${path}: ${problem}`),
      );
      expect(problems).toEqual([]);
      expect(twilio.exchanged.length).toBeGreaterThan(20);
    });

    it('refuses as Twilio does', async () => {
      await telephony.execute({ ...dialCustomer, to: 'nowhere' });

      const [refusal] = twilio.exchanged;
      expect(refusal?.status).toBe(400);
      expect(refusal?.json).toEqual({
        code: 21211,
        message: expect.any(String),
        more_info: 'https://www.twilio.com/docs/errors/21211',
        status: 400,
      });
    });
  },
);

function legOf(digit: string) {
  return legIdSchema.parse(`leg_${digit.repeat(20)}`);
}
