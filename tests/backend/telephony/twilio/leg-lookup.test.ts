import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestAnswer, type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { conferenceRef, dialCustomer, legRef } from '../../../support/twilio-samples.ts';
import { conferencesAnswer, participantAnswer, telephonyAt } from '../../../support/twilio-telephony.ts';

let rest: RestRecorder;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  telephony = telephonyAt(rest.baseUrl);
});

afterEach(() => rest[Symbol.asyncDispose]());

describe('findLeg', () => {
  function known(conference: RestAnswer, leg: RestAnswer): void {
    rest.answerWith(({ path }) => (path.includes('/Participants/') ? leg : conference));
  }
  const absent: RestAnswer = { status: 404, json: { code: 20404, status: 404 } };

  it('finds a leg by the name of its conference and its label', async () => {
    known(conferencesAnswer('init'), { ...participantAnswer, status: 200 });

    const outcome = await telephony.findLeg(dialCustomer);

    expect(outcome).toEqual({ type: 'done', leg: { legRef, conferenceRef } });
    expect(rest.requests[0]?.path).toContain('/Conferences.json?FriendlyName=p8Yx_-0Z');
  });

  it('was not done when no such conference ever was', async () => {
    known(conferencesAnswer(), absent);

    const outcome = await telephony.findLeg(dialCustomer);

    expect(outcome).toEqual({ type: 'not-done' });
  });

  it.each(['in-progress', 'completed'])(
    'has dialled a customer whose conference is %s, although the leg is there no more',
    async (status) => {
      known(conferencesAnswer(status), absent);

      const outcome = await telephony.findLeg(dialCustomer);

      expect(outcome).toEqual({ type: 'gone' });
    },
  );

  it('says so when the carrier cannot be asked', async () => {
    rest.answerWith(() => 'hang-up');

    const outcome = await telephony.findLeg(dialCustomer);

    expect(outcome).toMatchObject({ type: 'unknown' });
  });
});
