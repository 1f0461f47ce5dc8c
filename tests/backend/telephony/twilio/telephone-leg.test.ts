import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CarrierCommand } from '../../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { account, callId, legId, legRef, publicUrl } from '../../../support/twilio-samples.ts';
import { accountPath, errorAnswer, sent, telephonyAt } from '../../../support/twilio-telephony.ts';

const ring = {
  type: 'ring-telephone',
  callId,
  legId,
  conferenceName: 'room',
  label: `agent-${legId}`,
  record: true,
  to: '+819012345678',
  askedAt: '2026-11-24T01:00:00.400Z',
} as const satisfies CarrierCommand;
const dismiss = {
  type: 'dismiss-telephone',
  legId,
  legRef,
  text: '失礼いたします。',
} as const satisfies CarrierCommand;

let rest: RestRecorder;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  telephony = telephonyAt(rest.baseUrl);
});

afterEach(() => rest[Symbol.asyncDispose]());

describe('ringing an agent’s own telephone', () => {
  it('is a call that asks us what to do, and no participant', async () => {
    rest.answerWith(() => ({ status: 201, json: { sid: legRef } }));

    const outcome = await telephony.execute(ring);

    expect(outcome).toEqual({ type: 'rung', legRef });
    expect(sent(rest).line).toBe(`POST ${accountPath}/Calls.json`);
    expect(sent(rest).form).toMatchObject({ From: account.number, To: ring.to, Timeout: '15' });
    expect(sent(rest).field('Url')).toContain(
      `${publicUrl}/webhooks/twilio/telephone?callId=${callId}&legId=${legId}`,
    );
    expect(sent(rest).field('StatusCallback')).toContain('/webhooks/twilio/call-status?');
    expect(sent(rest).fields('StatusCallbackEvent')).toEqual(['ringing', 'answered', 'completed']);
  });

  it.each([
    [errorAnswer(400, 21211), { type: 'refused', reason: 'invalid-number' }],
    [errorAnswer(404, 20404), { type: 'refused', reason: 'account' }],
    [{ status: 429 }, { type: 'throttled' }],
    [{ status: 500 }, { type: 'unknown' }],
  ] as const)('that is answered with %j', async (answer, outcome) => {
    rest.answerWith(() => answer);

    expect(await telephony.execute(ring)).toMatchObject(outcome);
  });
});

describe('looking up an agent’s telephone', () => {
  function called(dateCreated: string): void {
    const calls = [{ sid: legRef, date_created: dateCreated, status: 'ringing' }];
    rest.answerWith(() => ({ status: 200, json: { calls, page: 0, page_size: 20, next_page_uri: null } }));
  }

  it('finds the call to its number since it was asked for', async () => {
    called('Tue, 24 Nov 2026 01:00:00 +0000');

    expect(await telephony.findLeg(ring)).toEqual({ type: 'rung', legRef });
    expect(rest.requests[0]?.path).toContain(`To=${encodeURIComponent(ring.to)}`);
  });

  it('does not take an earlier call for it', async () => {
    called('Tue, 24 Nov 2026 00:59:59 +0000');

    expect(await telephony.findLeg(ring)).toEqual({ type: 'not-done' });
  });
});

describe('looking up one of several calls to an agent’s telephone', () => {
  const second = { askedAt: '2026-11-24T01:00:30.000Z', legRef: `CA${'7'.repeat(32)}` };
  const made = [
    { sid: second.legRef, date_created: 'Tue, 24 Nov 2026 01:00:30 +0000', status: 'ringing' },
    { sid: legRef, date_created: 'Tue, 24 Nov 2026 01:00:00 +0000', status: 'completed' },
  ];

  function list(calls: readonly (typeof made)[number][]): void {
    rest.answerWith(() => ({ status: 200, json: { calls, page: 0, page_size: 20, next_page_uri: null } }));
  }

  it('finds the earlier one, although there was a later one', async () => {
    list(made);
    const others = { legRefs: [], nextAskedAt: second.askedAt };

    expect(await telephony.findLeg({ ...ring, others })).toEqual({ type: 'rung', legRef });
  });

  it('never takes a later one for an earlier one that was not made', async () => {
    list(made.slice(0, 1));
    const others = { legRefs: [], nextAskedAt: second.askedAt };

    expect(await telephony.findLeg({ ...ring, others })).toEqual({ type: 'not-done' });
  });

  it('never takes one that is another leg’s, even of the same second', async () => {
    list(made.slice(1));
    const others = { legRefs: [legRef], nextAskedAt: null };

    expect(await telephony.findLeg({ ...ring, others })).toEqual({ type: 'not-done' });
  });
});

describe('an agent’s telephone that is not wanted any more', () => {
  it('hears why when it was answered', async () => {
    rest.answerWith(() => ({ status: 200, json: { sid: legRef } }));

    const outcome = await telephony.execute(dismiss);

    expect(outcome).toEqual({ type: 'done' });
    expect(sent(rest).line).toBe(`POST ${accountPath}/Calls/${legRef}.json`);
    expect(sent(rest).field('Url')).toContain('/webhooks/twilio/announce?text=');
  });

  it('stops ringing when it was not', async () => {
    rest.answerWith(({ form }) =>
      form.has('Url') ? errorAnswer(400, 21220) : { status: 200, json: { sid: legRef } },
    );

    const outcome = await telephony.execute(dismiss);

    expect(outcome).toEqual({ type: 'done' });
    expect(rest.requests.at(-1)?.form.get('Status')).toBe('completed');
  });
});
