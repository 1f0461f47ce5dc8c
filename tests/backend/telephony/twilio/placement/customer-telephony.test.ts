import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { legIdSchema } from '../../../../../backend/contract/ids.ts';
import { systemClock } from '../../../../../backend/kernel/clock.ts';
import type { Telephony } from '../../../../../backend/telephony/telephony.ts';
import { createCustomerTelephony } from '../../../../../backend/telephony/twilio/placement/customer-telephony.ts';
import {
  aiRefOf,
  type OtherDials,
  type PlacedCall,
  roomOf,
} from '../../../../../backend/telephony/twilio/placement/placed-call.ts';
import { createAlarm } from '../../../../../backend/telephony/twilio/relay/alarm.ts';
import { createTwilioClient } from '../../../../../backend/telephony/twilio/twilio-client.ts';
import { type RestRecorder, startRestRecorder } from '../../../../support/rest-recorder.ts';
import {
  account,
  addAi,
  announce,
  callId,
  conferenceRef,
  dialCustomer,
  endConference,
  holdLeg,
  legId,
  legRef,
  publicUrl,
  ringSoftphone,
} from '../../../../support/twilio-samples.ts';
import {
  accountPath,
  conferencesAnswer,
  errorAnswer,
  participantAnswer,
  sent,
  telephonyAt,
} from '../../../../support/twilio-telephony.ts';

const customer = {
  legId,
  label: 'customer',
  legRef,
  phoneNumber: dialCustomer.to,
  callerNumber: null,
  askedAt: new Date('2026-06-01T00:00:00Z'),
  onHold: false,
} as const;
const withAi: PlacedCall = {
  callId,
  conferenceName: 'p8Yx_-0Z',
  record: false,
  customer: { ...customer, state: 'here' },
  ai: { legId, label: 'ai-1', here: true },
  withHuman: false,
};
const aiRef = aiRefOf({ callId, legId, customerRef: legRef });
const room = roomOf(callId);
const done = { status: 200, json: { sid: legRef } };

let rest: RestRecorder;
let place: PlacedCall;
let others: OtherDials;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  place = withAi;
  others = { legRefs: [], nextAskedAt: null };
  telephony = createCustomerTelephony({
    client: createTwilioClient(account, rest.baseUrl),
    account,
    publicUrl,
    telephony: telephonyAt(rest.baseUrl),
    placed: { find: () => place, othersOf: () => others },
    after: createAlarm(systemClock, 1),
  });
});

afterEach(() => rest[Symbol.asyncDispose]());

describe("the AI on the customer's leg", () => {
  it('dials the customer by a call of their own, which asks us once it is answered', async () => {
    rest.answerWith(() => ({ status: 201, json: { sid: legRef } }));

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toEqual({ type: 'done', leg: { legRef, conferenceRef: room } });
    expect(sent(rest)).toMatchObject({
      line: `POST ${accountPath}/Calls.json`,
      form: { To: dialCustomer.to, From: account.number, MachineDetection: 'Enable', AsyncAmd: 'true' },
    });
    expect(sent(rest).field('Url')).toContain(`/webhooks/twilio/customer?callId=${callId}&asked=start#`);
    expect(sent(rest).field('FallbackUrl')).toContain(
      `/webhooks/twilio/customer?callId=${callId}&asked=back#`,
    );
  });

  it('needs nothing of the carrier for an AI that comes before the customer has answered', async () => {
    place = {
      ...withAi,
      customer: { ...customer, state: 'coming' },
      ai: { legId, label: 'ai-1', here: false },
    };

    const outcome = await telephony.execute(addAi);

    expect(outcome).toEqual({ type: 'done', leg: { legRef: aiRef, conferenceRef: room } });
    expect(rest.requests).toEqual([]);
  });

  it('moves a customer who waits in the conference to the AI that comes back', async () => {
    place = { ...withAi, ai: { legId, label: 'ai-2', here: false } };
    rest.answerWith(() => done);

    await telephony.execute(addAi);

    expect(sent(rest).line).toBe(`POST ${accountPath}/Calls/${legRef}.json`);
    expect(sent(rest).field('Url')).toContain(`asked=ai-comes&legId=${legId}`);
    expect(sent(rest).field('FallbackUrl')).toContain('asked=back');
  });

  it('moves nobody to an AI that is there already, although it is asked for again', async () => {
    await telephony.execute(addAi, true);

    expect(rest.requests).toEqual([]);
  });

  it.each(['remove-leg', 'hang-up'] as const)(
    'moves the customer into the conference, and hangs up on nobody, at a %s of the AI',
    async (type) => {
      rest.answerWith(() => done);

      await telephony.execute({ type, legId, legRef: aiRef, conferenceRef: room });

      expect(sent(rest).line).toBe(`POST ${accountPath}/Calls/${legRef}.json`);
      expect(sent(rest).field('Url')).toContain(`asked=ai-left&legId=${legId}`);
      expect(sent(rest).form).not.toHaveProperty('Status');
    },
  );

  it('moves nobody away from another AI, although the removal of the one before is repeated', async () => {
    const gone = legIdSchema.parse(`leg_${'9'.repeat(20)}`);
    const goneRef = aiRefOf({ callId, legId: gone, customerRef: legRef });

    const outcome = await telephony.execute({ type: 'hang-up', legId: gone, legRef: goneRef }, true);

    expect(outcome).toEqual({ type: 'done' });
    expect(rest.requests).toEqual([]);
  });

  it('leaves a customer alone whose call is over', async () => {
    place = { ...withAi, customer: { ...customer, state: 'left' } };

    expect(await telephony.execute({ type: 'hang-up', legId, legRef: aiRef })).toEqual({ type: 'done' });
    expect(rest.requests).toEqual([]);
  });

  it('says an announcement on the way into the conference', async () => {
    rest.answerWith(() => done);

    await telephony.execute({ ...announce, conferenceRef: room });

    const url = new URL(sent(rest).field('Url'));
    expect(Object.fromEntries(url.searchParams)).toEqual({ callId, asked: 'told', text: announce.text });
  });

  it('takes no customer out of the talk with a human for an announcement', async () => {
    place = { ...withAi, ai: null, withHuman: true };

    const outcome = await telephony.execute({ ...announce, conferenceRef: room }, true);

    expect(outcome).toEqual({ type: 'gone' });
    expect(rest.requests).toEqual([]);
  });

  it('holds the customer in the conference that there is now', async () => {
    rest.answerWith(({ method }) =>
      method === 'GET' ? conferencesAnswer('completed', 'in-progress') : { status: 200, json: {} },
    );

    const outcome = await telephony.execute({ ...holdLeg, conferenceRef: room });

    expect(outcome).toEqual({ type: 'done' });
    expect(rest.requests.at(-1)?.path).toContain(`/Conferences/${conferenceRef}/Participants/${legRef}.json`);
  });

  it('has nothing to end where there was no conference yet', async () => {
    rest.answerWith(() => conferencesAnswer());

    expect(await telephony.execute({ ...endConference, conferenceRef: room })).toEqual({ type: 'done' });
  });

  it('knows the conference of a softphone by the call, whatever Twilio names it', async () => {
    rest.answerWith(() => participantAnswer);

    expect(await telephony.execute(ringSoftphone)).toEqual({
      type: 'done',
      leg: { legRef, conferenceRef: room },
    });
  });

  it('finds the customer and the AI with each other while there is no conference', async () => {
    rest.answerWith(({ path }) =>
      path.includes('/Calls/') ? { status: 200, json: { status: 'in-progress' } } : conferencesAnswer(),
    );

    const present = await telephony.presentIn(room);

    expect(present?.map(({ label }) => label)).toEqual(['customer', 'ai-1']);
    expect(await telephony.isMixed(room)).toBe(true);
  });

  it('counts no second call for the AI, which is over with the customer’s', async () => {
    rest.answerWith(() => ({ status: 200, json: { status: 'completed', duration: '42' } }));

    expect(await telephony.legNow(aiRef)).toEqual({ type: 'ended', reason: 'hung-up', billedSeconds: 0 });
  });

  it('finds a dial of which nobody is sure by the number and its time', async () => {
    const call = { sid: legRef, date_created: 'Mon, 01 Jun 2026 00:00:01 +0000' };
    rest.answerWith(() => ({
      status: 200,
      json: { calls: [call], page: 0, page_size: 20, next_page_uri: null },
    }));

    expect(await telephony.findLeg(dialCustomer)).toEqual({
      type: 'done',
      leg: { legRef, conferenceRef: room },
    });
  });

  it('finds a dial by a carrier whose clock goes three seconds after ours', async () => {
    const call = { sid: legRef, date_created: 'Sun, 31 May 2026 23:59:57 +0000' };
    rest.answerWith(() => ({
      status: 200,
      json: { calls: [call], page: 0, page_size: 20, next_page_uri: null },
    }));

    expect(await telephony.findLeg(dialCustomer)).toMatchObject({ type: 'done', leg: { legRef } });
  });

  it('takes no other call to that number for a dial of which nobody is sure', async () => {
    const ref = (digit: string) => `CA${digit.repeat(32)}`;
    const call = (digit: string, time: string) => ({
      sid: ref(digit),
      date_created: `Mon, 01 Jun 2026 00:${time} +0000`,
    });
    // Newest first, as Twilio lists them.
    const calls = [call('4', '02:30'), call('3', '02:00'), call('2', '00:02'), call('1', '00:00')];
    others = { legRefs: [ref('1')], nextAskedAt: new Date('2026-06-01T00:02:00.500Z') };
    rest.answerWith(() => ({
      status: 200,
      json: { calls, page: 0, page_size: 20, next_page_uri: null },
    }));

    expect(await telephony.findLeg(dialCustomer)).toMatchObject({ type: 'done', leg: { legRef: ref('2') } });

    others = { ...others, legRefs: [ref('1'), ref('2')] };
    expect(await telephony.findLeg(dialCustomer)).toEqual({ type: 'not-done' });
  });

  it('promises that a customer was not dialled only when no such call is known', async () => {
    const call = { sid: legRef, date_created: 'Sun, 31 May 2026 23:59:54 +0000' };
    rest.answerWith(() => ({
      status: 200,
      json: { calls: [call], page: 0, page_size: 20, next_page_uri: null },
    }));
    expect(await telephony.findLeg(dialCustomer)).toEqual({ type: 'not-done' });

    rest.answerWith(() => errorAnswer(500, 20_500));
    expect(await telephony.findLeg(dialCustomer)).toMatchObject({ type: 'unknown' });
  });
});
