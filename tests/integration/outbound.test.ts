import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

/** The carrier does what it is asked, and neither its answer nor any webhook reaches us. */
const unheard = faultPlanSchema.parse({ rates: { 'rest-error-after': 1, 'webhook-lost': 1 } });
/** Nothing that is asked is done. */
const broken = faultPlanSchema.parse({ rates: { 'rest-error-before': 1 } });

describeInEachPlacement('dialling a customer', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem(settings);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function startInDoubt(plan: typeof noFaults): Promise<CallId> {
    system.simulator.faults.follow(plan);
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    await untilCall(system.suzuki, callId, ({ call }) => call.submissionUnknown);
    return callId;
  }

  function customerLegs() {
    return customerLinesOf(system);
  }

  it('leaves a call whose request broke off as it is, and finds out by its conference’s name', async () => {
    const callId = await startInDoubt(unheard);
    const { call: inDoubt } = await system.suzuki.record(callId);

    system.simulator.faults.follow(noFaults);
    const { call } = await untilOver(system.suzuki, callId);

    expect(inDoubt).toMatchObject({ status: 'initiated', submissionUnknown: true, result: null });
    expect(call.submissionUnknown).toBe(false);
    expect(customerLegs()).toHaveLength(1);
  });

  it('takes a signed callback for the answer, although nobody can be asked', async () => {
    const callId = await startInDoubt(unheard);
    const [atCarrier] = customerLegs();
    const leg = createLegStore(system.database).byLabel(callId, 'customer');
    const url = `${system.url}/webhooks/twilio/call-status?callId=${callId}&legId=${leg?.id}`;
    const parameters = {
      AccountSid: simulatedAccount.accountSid,
      CallSid: atCarrier?.callSid ?? '',
      CallStatus: 'ringing',
      SequenceNumber: '1',
    };

    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'x-twilio-signature': getExpectedTwilioSignature(simulatedAccount.authToken, url, parameters),
      },
      body: new URLSearchParams(parameters),
    });

    expect(response.ok).toBe(true);
    expect((await system.suzuki.record(callId)).call).toMatchObject({
      status: 'ringing',
      submissionUnknown: false,
    });
  });

  it('gives a call up that the carrier knows nothing of, and only then dials the customer again', async () => {
    const callId = await startInDoubt(broken);
    const { call } = await system.suzuki.record(callId);
    const customerId = call.customer.id;
    await expect(system.suzuki.start({ customerId })).rejects.toThrow('call-already-open');

    system.simulator.faults.follow(noFaults);
    const ended = await untilOver(system.suzuki, callId);
    const again = await system.suzuki.start({ customerId });
    await untilCall(system.suzuki, again, ({ call }) => call.status !== 'initiated');

    expect(ended.call).toMatchObject({
      status: 'failed',
      resultReason: 'carrier',
      submissionUnknown: false,
    });
    expect(customerLegs()).toHaveLength(1);
  });

  it('hangs up on a customer who turns out to be rung when the call was ended meanwhile', async () => {
    const callId = await startInDoubt(unheard);
    await system.suzuki.request('POST', '/api/calls/end', { callId });

    system.simulator.faults.follow(noFaults);

    await eventually(() => {
      const on = customerLegs().filter(({ status }) => status !== 'completed' && status !== 'canceled');
      expect(on).toEqual([]);
    });
  });

  it('is tried again when the carrier is too busy, and dials once', async () => {
    system.simulator.faults.follow(faultPlanSchema.parse({ rates: { 'rest-throttled': 1 } }));
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    await eventually(() => {
      expect(system.simulator.faults.counts()['rest-throttled']).toBeGreaterThan(1);
    });

    system.simulator.faults.follow(noFaults);
    await untilOver(system.suzuki, callId);

    expect(customerLegs()).toHaveLength(1);
  });
});

describe('a line that allows one call at once', () => {
  it('refuses the next call in words, until the first is over', async () => {
    await using system = await startSystem({ CONCURRENT_CALLS: '1' });
    const first = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    const customerId = await system.customerOf('no-answer');

    await expect(system.suzuki.start({ customerId })).rejects.toThrow('too-many-calls');
    await untilOver(system.suzuki, first);

    await expect(system.suzuki.start({ customerId })).resolves.not.toBe(first);
  });
});

describe('a line that allows one leg a second', () => {
  it('holds every call, and gives each its AI', async () => {
    await using system = await startSystem({ CALLS_PER_SECOND: '1' });
    const personas = ['absent', 'refuses', 'silent'] as const;
    const callIds = await Promise.all(
      personas.map(async (persona) => system.suzuki.start({ customerId: await system.customerOf(persona) })),
    );

    const records = await Promise.all(callIds.map((callId) => untilOver(system.suzuki, callId)));

    expect(records.map(({ turns }) => turns.some(({ speaker }) => speaker === 'ai'))).not.toContain(false);
  });
});
