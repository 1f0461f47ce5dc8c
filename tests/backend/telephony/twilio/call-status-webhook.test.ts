import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callId, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const address = `/call-status?callId=${callId}&legId=${legId}`;
const now = new Date('2026-11-24T01:00:00.000Z');
const leg = { callId, legId, legRef, at: now };

describe('how a leg goes', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks();
  });

  afterEach(() => webhooks[Symbol.dispose]());

  const report = (CallStatus: string, more: Readonly<Record<string, string>> = {}) =>
    webhooks.send(address, { CallSid: legRef, CallStatus, SequenceNumber: '0', ...more });

  it.each([
    ['ringing', 'legRinging'],
    ['in-progress', 'legAnswered'],
  ])('%s is %s', async (status, event) => {
    await report(status);

    expect(webhooks.events.told).toEqual([[event, leg]]);
  });

  it.each([
    ['completed', {}, 'hung-up'],
    ['busy', { SipResponseCode: '486' }, 'line-busy'],
    ['no-answer', {}, 'no-answer'],
    ['canceled', {}, 'canceled'],
    ['failed', {}, 'carrier'],
    ['failed', { SipResponseCode: '503' }, 'carrier'],
    ['failed', { SipResponseCode: '404' }, 'invalid-number'],
    ['failed', { SipResponseCode: '484' }, 'invalid-number'],
    ['failed', { ErrorCode: '13224' }, 'invalid-number'],
  ])('%s with %o ends it: %s', async (status, more, reason) => {
    await report(status, more);

    expect(webhooks.events.told).toEqual([['legEnded', { ...leg, reason, billedSeconds: null }]]);
  });

  it('tells what is billed for a leg that is over', async () => {
    await report('completed', { CallDuration: '61' });

    expect(webhooks.events.told).toMatchObject([['legEnded', { billedSeconds: 61 }]]);
  });

  it.each(['queued', 'initiated'])('%s is no news', async (status) => {
    const response = await report(status);

    expect(response.status).toBe(204);
    expect(webhooks.events.told).toEqual([]);
  });

  it('that is told late is dated as it happened', async () => {
    await report('ringing', { Timestamp: 'Tue, 24 Nov 2026 00:59:50 +0000' });

    expect(webhooks.events.told).toEqual([['legRinging', { ...leg, at: new Date('2026-11-24T00:59:50Z') }]]);
  });

  it.each(['Tue, 24 Nov 2026 00:59:59 +0000', 'Tue, 24 Nov 2026 01:00:09 +0000', 'yesterday'])(
    'that is told in time is dated by our own clock: %s',
    async (Timestamp) => {
      await report('ringing', { Timestamp });

      expect(webhooks.events.told).toEqual([['legRinging', leg]]);
    },
  );

  it('is told once for each step, however often and in whatever order it comes', async () => {
    const steps = [
      { CallStatus: 'ringing', SequenceNumber: '1' },
      { CallStatus: 'in-progress', SequenceNumber: '2' },
      { CallStatus: 'completed', SequenceNumber: '3' },
    ];
    const delivery = fc
      .array(fc.constantFrom(...steps), { maxLength: 8 })
      .chain((repeats) =>
        fc.shuffledSubarray([...steps, ...repeats], { minLength: steps.length + repeats.length }),
      );

    await fc.assert(
      fc.asyncProperty(delivery, async (delivered) => {
        using fresh = createTestedWebhooks();

        for (const step of delivered) await fresh.send(address, { CallSid: legRef, ...step });

        const names = fresh.events.told.map(([name]) => name);
        expect(names.toSorted()).toEqual(['legAnswered', 'legEnded', 'legRinging']);
      }),
      { numRuns: 30 },
    );
  });
});
