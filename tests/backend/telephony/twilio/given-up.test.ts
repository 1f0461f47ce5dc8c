import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { roomOf } from '../../../../backend/telephony/twilio/placement/placed-call.ts';
import { customerTelephonyAt } from '../../../support/customer-telephony.ts';
import { eventually } from '../../../support/patience.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import {
  addAi,
  announce,
  callId,
  commands,
  conferenceRef,
  dialCustomer,
  holdLeg,
  legRef,
} from '../../../support/twilio-samples.ts';
import { conferencesAnswer, telephonyAt } from '../../../support/twilio-telephony.ts';

let rest: RestRecorder;
let giveUps: (() => void)[];
let inConference: Telephony;
let onCustomersLeg: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  giveUps = [];
  const after = (_: number, act: () => void) => {
    giveUps.push(act);
    return () => undefined;
  };
  inConference = telephonyAt(rest.baseUrl, after);
  onCustomersLeg = customerTelephonyAt(rest.baseUrl, after);
});

afterEach(() => rest[Symbol.asyncDispose]());

const asked = (requests: number) => eventually(() => expect(rest.requests).toHaveLength(requests));

function runOutOfPatience(): void {
  for (const giveUp of giveUps) giveUp();
}

describe('what the carrier does not answer in time', () => {
  const bounded = commands.filter(({ type }) => type !== 'dial-customer');

  it.each(bounded)('is broken off, so that it cannot come later: $type', async (command) => {
    rest.answerWith(() => 'silence');
    const outcome = inConference.execute(command);
    await asked(1);

    runOutOfPatience();

    expect(await outcome).toMatchObject({ type: 'unknown' });
    await eventually(() => expect(rest.brokenOff()).toBe(1));
  });

  it('is waited for where a customer is dialled, who must not be dialled twice', async () => {
    rest.answerWith(() => 'silence');
    void inConference.execute(dialCustomer);
    await asked(1);

    expect(giveUps).toEqual([]);
  });

  it.each([
    ['findLeg', (telephony: Telephony) => telephony.findLeg(addAi), { type: 'unknown' }],
    ['legNow', (telephony: Telephony) => telephony.legNow(legRef), { type: 'unknown' }],
    ['presentIn', (telephony: Telephony) => telephony.presentIn(conferenceRef), null],
    ['isMixed', (telephony: Telephony) => telephony.isMixed(conferenceRef), null],
    ['liveConferences', (telephony: Telephony) => telephony.liveConferences(), null],
    ['callerNumbers', (telephony: Telephony) => telephony.callerNumbers(), null],
  ] as const)('is not waited for in a look-up: %s', async (_, ask, answer) => {
    rest.answerWith(() => 'silence');
    const answered = ask(inConference);
    await eventually(() => expect(rest.requests).not.toEqual([]));

    runOutOfPatience();

    if (answer === null) expect(await answered).toBeNull();
    else expect(await answered).toMatchObject(answer);
    await eventually(() => expect(rest.brokenOff()).toBe(rest.requests.length));
  });
});

describe("what is not answered in time with the AI on the customer's leg", () => {
  const ref = roomOf(callId);

  it('is broken off where the customer is moved', async () => {
    rest.answerWith(() => 'silence');
    const outcome = onCustomersLeg.execute({ ...announce, conferenceRef: ref });
    await asked(1);

    runOutOfPatience();

    expect(await outcome).toMatchObject({ type: 'unknown' });
    await eventually(() => expect(rest.brokenOff()).toBe(1));
  });

  it('is broken off where the conference was looked up first', async () => {
    rest.answerWith(({ method }) => (method === 'GET' ? conferencesAnswer('in-progress') : 'silence'));
    const outcome = onCustomersLeg.execute({ ...holdLeg, conferenceRef: ref });
    await asked(2);

    giveUps[0]?.();

    expect(await outcome).toMatchObject({ type: 'unknown' });
    await eventually(() => expect(rest.brokenOff()).toBe(1));
  });
});
