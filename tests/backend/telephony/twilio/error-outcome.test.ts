import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CarrierOutcome } from '../../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import {
  announce,
  conferenceRef,
  dialCustomer,
  endConference,
  hangUp,
  holdLeg,
  legRef,
  muteLeg,
  newLegs,
  removeLeg,
  transcribe,
} from '../../../support/twilio-samples.ts';
import {
  accountPath,
  conferencesAnswer,
  errorAnswer,
  participantAnswer,
  telephonyAt,
} from '../../../support/twilio-telephony.ts';

let rest: RestRecorder;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  telephony = telephonyAt(rest.baseUrl);
});

afterEach(() => rest[Symbol.asyncDispose]());

describe('execute, when Twilio says no', () => {
  it.each<[number, number, CarrierOutcome]>([
    [400, 13223, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 13223' }],
    [400, 13224, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 13224' }],
    [400, 13226, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 13226' }],
    [400, 21201, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 21201' }],
    [400, 21211, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 21211' }],
    [400, 21214, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 21214' }],
    [400, 21217, { type: 'refused', reason: 'invalid-number', detail: 'HTTP 400, Twilio error 21217' }],
    [400, 13225, { type: 'refused', reason: 'number-barred', detail: 'HTTP 400, Twilio error 13225' }],
    [400, 21216, { type: 'refused', reason: 'number-barred', detail: 'HTTP 400, Twilio error 21216' }],
    [400, 13227, { type: 'refused', reason: 'country-not-allowed', detail: 'HTTP 400, Twilio error 13227' }],
    [400, 21215, { type: 'refused', reason: 'country-not-allowed', detail: 'HTTP 400, Twilio error 21215' }],
    [400, 21219, { type: 'refused', reason: 'number-not-verified', detail: 'HTTP 400, Twilio error 21219' }],
    [400, 21210, { type: 'refused', reason: 'caller-number', detail: 'HTTP 400, Twilio error 21210' }],
    [400, 21212, { type: 'refused', reason: 'caller-number', detail: 'HTTP 400, Twilio error 21212' }],
    [401, 20003, { type: 'refused', reason: 'credentials', detail: 'HTTP 401, Twilio error 20003' }],
    [403, 20008, { type: 'refused', reason: 'credentials', detail: 'HTTP 403, Twilio error 20008' }],
    [400, 10001, { type: 'refused', reason: 'account', detail: 'HTTP 400, Twilio error 10001' }],
    [400, 10002, { type: 'refused', reason: 'account', detail: 'HTTP 400, Twilio error 10002' }],
    [403, 20005, { type: 'refused', reason: 'account', detail: 'HTTP 403, Twilio error 20005' }],
    [400, 21218, { type: 'refused', reason: 'application', detail: 'HTTP 400, Twilio error 21218' }],
    [400, 15004, { type: 'refused', reason: 'public-address', detail: 'HTTP 400, Twilio error 15004' }],
    [400, 21205, { type: 'refused', reason: 'public-address', detail: 'HTTP 400, Twilio error 21205' }],
    [400, 21609, { type: 'refused', reason: 'public-address', detail: 'HTTP 400, Twilio error 21609' }],
    [400, 16021, { type: 'refused', reason: 'leg-not-added', detail: 'HTTP 400, Twilio error 16021' }],
    [400, 21299, { type: 'refused', reason: 'carrier', detail: 'HTTP 400, Twilio error 21299' }],
    [404, 20404, { type: 'refused', reason: 'account', detail: 'the carrier found no such address' }],
    [429, 20429, { type: 'throttled', retryAfterMs: null }],
    [400, 22005, { type: 'throttled', retryAfterMs: null }],
    [400, 10004, { type: 'throttled', retryAfterMs: null }],
    [500, 20500, { type: 'unknown', detail: 'HTTP 500, Twilio error 20500' }],
    [503, 20503, { type: 'unknown', detail: 'HTTP 503, Twilio error 20503' }],
  ])('makes of HTTP %i with error %i at a new leg: %o', async (status, code, expected) => {
    rest.answerWith(() => errorAnswer(status, code));

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toEqual(expected);
  });

  it.each([muteLeg, holdLeg, announce, removeLeg, transcribe, endConference, hangUp])(
    'knows that what was to be changed is gone: $type',
    async (command) => {
      rest.answerWith(() => errorAnswer(404, 20404));

      const outcome = await telephony.execute(command);

      expect(outcome).toEqual({ type: 'gone' });
    },
  );

  it('knows that a call that is over needs no hanging up', async () => {
    rest.answerWith(() => errorAnswer(400, 21220));

    const outcome = await telephony.execute(hangUp);

    expect(outcome).toEqual({ type: 'gone' });
  });

  it('waits as long as it is told when throttled, and does not try again by itself', async () => {
    rest.answerWith(() => ({
      status: 429,
      json: { code: 20429, status: 429 },
      headers: { 'retry-after': '2' },
    }));

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toEqual({ type: 'throttled', retryAfterMs: 2_000 });
    expect(rest.requests).toHaveLength(1);
  });

  it('does not know what became of a request whose connection broke', async () => {
    rest.answerWith(() => 'hang-up');

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toMatchObject({ type: 'unknown' });
    expect(rest.requests).toHaveLength(1);
  });

  it('does not know what became of a request that nobody listens to', async () => {
    const nowhere = telephonyAt('http://127.0.0.1:9/simulator');

    const outcome = await nowhere.execute(dialCustomer);

    expect(outcome).toEqual({ type: 'unknown', detail: 'ECONNREFUSED' });
  });

  it('does not know what a page of a proxy means', async () => {
    rest.answerWith(() => ({
      status: 502,
      text: '<html>Bad Gateway</html>',
      headers: { 'content-type': 'text/html' },
    }));

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toEqual({ type: 'unknown', detail: 'HTTP 502' });
  });

  it.each(newLegs)('finds the leg of an earlier attempt when the label is taken: $type', async (command) => {
    rest.answerWith(({ method, path }) => {
      if (method === 'POST') return { status: 400, json: { code: 16025, status: 400 } };
      return path.includes('/Participants/')
        ? { ...participantAnswer, status: 200 }
        : conferencesAnswer('in-progress');
    });

    const outcome = await telephony.execute(command);

    expect(outcome).toEqual({ type: 'done', leg: { legRef, conferenceRef } });
    expect(rest.requests.at(-1)?.path).toBe(
      `${accountPath}/Conferences/${conferenceRef}/Participants/${command.label}.json`,
    );
  });
});
