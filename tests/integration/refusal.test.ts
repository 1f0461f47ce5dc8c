import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { errorBodySchema } from '../../backend/contract/errors.ts';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import { createConversationStore } from '../../backend/conversation/conversation-store.ts';
import { audit, customers, doNotCall } from '../../backend/db/schema/customers.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { customerPhoneNumber } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { openPlayedCustomer, type PlayedCustomer } from '../support/played-customer.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a customer who refuses', ({ settings }) => {
  let system: System;
  let customer: PlayedCustomer;
  let customerId: CustomerId;
  let callId: CallId;

  beforeEach(async () => {
    // Slow enough to hang up between two words.
    system = await startSystem({ ...settings, SIMULATOR_SPEED: '4' });
    customer = await openPlayedCustomer(system.url);
    const byNumber = eq(customers.phoneNumber, customerPhoneNumber);
    const row = system.database.query.select({ id: customers.id }).from(customers).where(byNumber).get();
    if (row === undefined) throw new Error('nobody has the telephone');
    customerId = row.id;
    callId = await system.suzuki.start({ customerId });
    await customer.answer();
    await customer.untilHeard(/と申します/);
  });

  afterEach(async () => {
    customer[Symbol.dispose]();
    await system[Symbol.asyncDispose]();
  });

  function hearing() {
    return createConversationStore(system.database, systemClock).find(callId)?.hearing ?? null;
  }

  async function untilUnderstood(words: string, from: 'guess' | 'overheard'): Promise<void> {
    await eventually(() => expect(hearing()?.[from]).toContain(words));
  }

  function block() {
    return system.database.query.select().from(doNotCall).where(eq(doNotCall.callId, callId)).all();
  }

  function auditedActions(): string[] {
    const entries = system.database.query.select().from(audit).all();
    return entries.filter(({ after }) => after?.['callId'] === callId).map(({ action }) => action);
  }

  async function refusedFields({ result, kind }: { readonly result: string; readonly kind: string }) {
    const body = { result, nextAction: { kind, at: null }, note: '' };
    const response = await system.suzuki.request('PUT', `/api/calls/${callId}/result`, body);
    expect(response.status).toBe(400);
    return errorBodySchema.parse(await response.json()).error.fields;
  }

  it('and hangs up over the opening is never called again', async () => {
    customer.say('二度と電話しないでください。');
    await untilUnderstood('二度と電話しないでください', 'overheard');

    customer.hangUp();
    const { call, turns } = await untilOver(system.suzuki, callId);

    expect(turns.at(-1)).toMatchObject({ speaker: 'customer', intent: 'do_not_call' });
    expect(call).toMatchObject({ result: 'rejected', resultReason: 'do-not-call' });
    expect(block()).toMatchObject([{ phoneNumber: customerPhoneNumber, reason: 'do-not-call' }]);
    await expect(system.suzuki.start({ customerId })).rejects.toThrow('do-not-call');
    expect(await refusedFields({ result: 'follow_up', kind: 'none' })).toMatchObject([
      { path: 'result', problem: 'contradicts-block' },
    ]);
  });

  it('and hangs up before the AI could answer has refused, once', async () => {
    customer.say('はい、');
    await untilCall(system.suzuki, callId, ({ turns }) => turns.at(-1)?.speaker === 'ai' && turns.length > 2);
    customer.say('申し訳ございませんが、営業のお電話はすべてお断りしておりますので、失礼いたします。');
    await untilUnderstood('お断りして', 'guess');

    customer.hangUp();
    const { call, turns } = await untilOver(system.suzuki, callId);

    expect(turns.at(-1)).toMatchObject({ speaker: 'customer', intent: 'rejection', confidence: null });
    expect(call).toMatchObject({ status: 'completed', result: 'rejected', resultReason: 'rejection' });
    expect(auditedActions()).toEqual(['call-result', 'blocked']);
    await eventually(() =>
      expect(system.suzuki.events.filter(({ type }) => type === 'call-ended')).toHaveLength(1),
    );
  });

  it('is blocked while the AI still apologises, and by the end of the call no second time', async () => {
    customer.say('はい、');
    await untilCall(system.suzuki, callId, ({ turns }) => turns.at(-1)?.speaker === 'ai' && turns.length > 2);
    customer.say('営業のお電話はお断りしております。');
    const atOnce = await untilCall(system.suzuki, callId, ({ turns }) =>
      turns.some(({ intent }) => intent === 'rejection'),
    );
    const blockedAtOnce = block();

    const { call } = await untilOver(system.suzuki, callId);

    expect(atOnce.call.endedAt).toBeNull();
    expect(blockedAtOnce).toHaveLength(1);
    expect(call.result).toBe('rejected');
    expect(block()).toEqual(blockedAtOnce);
    expect(auditedActions()).toEqual(['call-result', 'blocked']);
  });
});
