import { desc, eq } from 'drizzle-orm';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCallStore } from '../../backend/calls/call-store.ts';
import { agentIdSchema, type CallId, type CustomerId } from '../../backend/contract/ids.ts';
import { calls } from '../../backend/db/schema/calls.ts';
import { customers, doNotCall, reminders } from '../../backend/db/schema/customers.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { createIds } from '../../backend/kernel/ids.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { customerPhoneNumber } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { openPlayedCustomer, type PlayedCustomer } from '../support/played-customer.ts';
import { type System, startSystem } from '../support/system.ts';

const hour = 3_600_000;

/** What the caller's leg does first. */
const whereTo = { conference: '<Conference participantLabel="customer"', customer: '<Gather' } as const;

describeInEachPlacement('a company that calls back', ({ settings }) => {
  let system: System;
  let customer: PlayedCustomer;
  let customerId: CustomerId;

  beforeEach(async () => {
    // Slow enough to speak between two words of the AI.
    system = await startSystem({
      ...settings,
      SIMULATOR_SPEED: '4',
      OFFER_SECONDS: '30',
      HANDOFF_SECONDS: '90',
    });
    customer = await openPlayedCustomer(system.url);
    customerId = customerWithTelephone();
  });

  afterEach(async () => {
    customer[Symbol.dispose]();
    await system[Symbol.asyncDispose]();
  });

  function customerWithTelephone(): CustomerId {
    const byNumber = eq(customers.phoneNumber, customerPhoneNumber);
    const row = system.database.query.select().from(customers).where(byNumber).get();
    if (row === undefined) throw new Error('nobody has the telephone');
    return row.id;
  }

  function give(ownerId: string): void {
    const owner = { ownerId: agentIdSchema.parse(ownerId) };
    system.database.query.update(customers).set(owner).where(eq(customers.id, customerId)).run();
  }

  /** Nobody was there when we called an hour ago. */
  function missedCall(startedBy: ConsoleClient): CallId {
    const ids = createIds(systemClock);
    const startedAt = new Date(Date.now() - hour);
    const id = ids.call();
    createCallStore(system.database).insert({
      id,
      mode: 'ai',
      status: 'completed',
      customerId,
      phoneNumber: customerPhoneNumber,
      startedBy: agentIdSchema.parse(startedBy.agentId),
      conferenceName: ids.random(),
      startedAt,
      endedAt: startedAt,
      result: 'absent',
      resultReason: 'absent',
      note: '担当者は不在だった',
    });
    return id;
  }

  async function received(showing: 'number' | 'nothing' = 'number'): Promise<CallId> {
    customer.call(showing);
    return eventually(() => newest().id);
  }

  function newest() {
    const inbound = eq(calls.direction, 'inbound');
    const call = system.database.query
      .select()
      .from(calls)
      .where(inbound)
      .orderBy(desc(calls.startedAt))
      .get();
    if (call === undefined) throw new Error('no call has come in');
    return call;
  }

  function remindersOf(callId: CallId) {
    return system.database.query.select().from(reminders).where(eq(reminders.callId, callId)).all();
  }

  function blocks() {
    return system.database.query.select().from(doNotCall).all();
  }

  it('is greeted in our name, and offered to its owner with the call before', async () => {
    await system.tanaka.connect();
    give(system.tanaka.agentId);
    const previousCallId = missedCall(system.suzuki);

    const callId = await received();
    const offer = await untilOffered(system.tanaka, callId);
    await customer.untilHeard(/お電話ありがとうございます。.*つむぎ野.*つむぎ野勤怠/);
    customer.say('はい、先ほどお電話をいただいたので、折り返しました。');
    await system.tanaka.accept(offer.id);
    const { call, turns } = await untilCall(
      system.tanaka,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(newest()).toMatchObject({ customerId, previousCallId, startedBy: null });
    expect(offer).toMatchObject({
      reason: 'called-back',
      brief: {
        direction: 'inbound',
        previousCall: { result: 'absent', note: '担当者は不在だった', agentName: '鈴木 美咲' },
      },
    });
    expect(call).toMatchObject({ direction: 'inbound', customer: { id: customerId } });
    expect(call.note).toContain('折り返しのお電話');
    expect(turns[0]).toMatchObject({ speaker: 'ai' });
    expect(call.participants.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'agent in-conference',
      'ai left',
      'customer in-conference',
    ]);
  });

  it('is offered to the team while its owner is busy', async () => {
    await system.tanaka.connect();
    give(system.tanaka.agentId);
    await system.tanaka.request('PUT', '/api/agents/status', { presence: 'busy', reason: 'meeting' });
    missedCall(system.tanaka);

    const offer = await untilOffered(system.suzuki, await received());

    expect(offer).toMatchObject({ agentId: system.suzuki.agentId, reason: 'called-back' });
  });

  it('leaves a message where nobody is free, and somebody is reminded of it', async () => {
    system.suzuki.reportSoftphone(false);
    missedCall(system.suzuki);

    const callId = await received();
    await customer.untilHeard(/手がふさがっております/);
    customer.say('見積もりをお願いしたいので、担当の方にお伝えください。');
    const { call } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ result: 'follow_up', resultReason: 'message' });
    expect(call.note).toContain('見積もりをお願いしたい');
    expect(remindersOf(callId)).toMatchObject([{ customerId, note: call.note }]);
    expect(call.handoff).toBeNull();
  });

  it('leaves a message when nobody takes the call', async () => {
    missedCall(system.suzuki);
    const callId = await received();
    const offer = await untilOffered(system.suzuki, callId);
    await system.suzuki.request('POST', `/api/offers/${offer.id}/decline`, { reason: 'busy' });
    await customer.untilHeard(/ご用件をお聞かせください/);
    customer.say('担当の方をお願いします。');
    await customer.untilHeard(/申し訳ございません。.*手がふさがっております/);
    customer.say('明日の午後三時にかけ直してください。');
    const { call } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ result: 'follow_up', nextAction: { kind: 'call-back' } });
    expect(call.nextAction?.at).not.toBeNull();
    expect(remindersOf(callId)).toHaveLength(1);
  });

  it('refuses, and is never called again', async () => {
    missedCall(system.suzuki);
    const callId = await received();
    await customer.untilHeard(/ご用件をお聞かせください/);
    customer.say('着信がありましたが、営業でしたら、もう電話しないでください。');
    const { call } = await untilOver(system.admin, callId);

    expect(call.result).toBe('rejected');
    expect(blocks().map(({ phoneNumber }) => phoneNumber)).toContain(customerPhoneNumber);
    await expect(system.suzuki.start({ customerId })).rejects.toThrow('do-not-call');
  });

  it('is a new customer where nobody knows the number', async () => {
    const unknown = { phoneNumber: '+81300010099' };
    system.database.query.update(customers).set(unknown).where(eq(customers.id, customerId)).run();
    const byNumber = eq(calls.phoneNumber, customerPhoneNumber);
    system.database.query.update(calls).set(unknown).where(byNumber).run();

    const callId = await received();
    const offer = await untilOffered(system.suzuki, callId);
    const { call } = await system.suzuki.record(callId);

    expect(offer).toMatchObject({ reason: 'called-us', brief: { direction: 'inbound', previousCall: null } });
    expect(call.customer).toMatchObject({ phoneNumber: customerPhoneNumber, person: null });
    expect(call.customer.id).not.toBe(customerId);
    expect(call.owner).toBeNull();
  });

  it('may withhold its number, which nothing is then blocked or promised for', async () => {
    const blocked = blocks();
    const callId = await received('nothing');
    await customer.untilHeard(/ご用件をお聞かせください/);
    customer.say('営業のお電話はすべてお断りしております。');
    const { call } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ result: 'rejected', customer: { phoneNumber: '' } });
    expect(blocks()).toEqual(blocked);
  });

  it('hangs up while the call is offered: the offer goes, and somebody is reminded', async () => {
    missedCall(system.suzuki);
    const callId = await received();
    await untilOffered(system.suzuki, callId);
    await customer.untilHeard(/お電話ありがとうございます/);

    customer.hangUp();
    const { call, handoffs } = await untilOver(system.suzuki, callId);

    expect(call).toMatchObject({ status: 'completed', result: 'follow_up', resultReason: 'hung-up' });
    expect(handoffs.flatMap(({ offers }) => offers).map(({ status }) => status)).toEqual(['withdrawn']);
    expect(remindersOf(callId)).toHaveLength(1);
  });

  it('has one call, however often its webhook comes', async () => {
    const url = `${system.url}/webhooks/twilio/incoming`;
    const { accountSid, authToken, callerNumber } = simulatedAccount;
    const parameters = {
      AccountSid: accountSid,
      CallSid: `CA${'a'.repeat(32)}`,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: customerPhoneNumber,
      To: callerNumber,
    };
    const send = () =>
      fetch(url, {
        method: 'POST',
        headers: { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, parameters) },
        body: new URLSearchParams(parameters),
      });

    const answers = await Promise.all([send(), send()]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()));

    expect(second).toBe(first);
    expect(first).toContain(whereTo[settings.AI_LEG]);
    const inbound = eq(calls.direction, 'inbound');
    expect(system.database.query.select().from(calls).where(inbound).all()).toHaveLength(1);
  });
});
