import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agentStatusSchema } from '../../backend/contract/agents.ts';
import type { CallRecord } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { faultPlanSchema } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { carryCall, signInCaller } from '../support/carried-call.ts';
import { composedBackend } from '../support/composed-backend.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually, eventuallyAtServer } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

/** What has gone wrong with systems like ours, as people reported it (the field failures of `docs/twilio-errors.md`, by their rows). */
describeInEachPlacement('a failure known from the field', (placement) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...placement.settings,
      OFFER_SECONDS: '60',
      HANDOFF_SECONDS: '200',
      ARRIVAL_SECONDS: '40',
      WRAP_UP_SECONDS: '0',
    });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  const suzukisPhone = () => `agent-${system.suzuki.agentId}`;

  function legsUp() {
    const over = new Set(['completed', 'canceled', 'busy', 'failed', 'no-answer']);
    return system.simulator.observe().legs.filter(({ status }) => !over.has(status));
  }

  async function acceptedCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    return callId;
  }

  async function connectedCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.admin, callId, ({ call }) => call.answeredAt !== null);
    await system.suzuki.press(callId);
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    return callId;
  }

  it('1: the customer hangs up during the transfer, and the human is still rung', async () => {
    system.softphones.ignore(suzukisPhone());
    const callId = await acceptedCall();
    await eventually(() =>
      expect(
        legsUp()
          .map(({ to }) => to)
          .join(),
      ).toContain(suzukisPhone()),
    );

    await system.hangUpCustomer(callId);
    await untilOver(system.admin, callId);

    await eventually(() => expect(legsUp()).toEqual([]));
    expect(system.softphones.up.size).toBe(0);
  });

  it('2: the human answers into silence, and the AI keeps listening and acting', async () => {
    const callId = await acceptedCall();
    const offer = await untilOffered(system.suzuki, callId);
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    const saidByAi = (record: CallRecord) => record.turns.filter(({ speaker }) => speaker === 'ai').length;
    const before = saidByAi(await system.admin.record(callId));

    const record = await untilCall(system.admin, callId, ({ turns }) =>
      turns.some(({ speaker, intent }) => speaker === 'customer' && intent === null),
    );

    expect(offer.brief).toMatchObject({ company: expect.stringMatching(/./), person: expect.anything() });
    expect(saidByAi(record)).toBe(before);
    expect(record.call.participants.find(({ kind }) => kind === 'ai')?.state).toBe('left');
  });

  it('3: endless hold music, because there are two conferences of one name', async () => {
    const callId = await acceptedCall();
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    await system.tanaka.start({ customerId: await system.customerOf('absent') });

    const conferences = await eventuallyAtServer(async () => {
      const { conferences } = conferencesSchema.parse(await askCarrier('Conferences.json'));
      // An AI on the customer's leg needs none.
      expect(conferences).toHaveLength(placement.capabilities.standbyHears ? 2 : 1);
      return conferences;
    });
    const [ours] = conferences.filter(({ status }) => status === 'in-progress');

    expect(new Set(conferences.map(({ friendly_name }) => friendly_name)).size).toBe(conferences.length);
    expect(ours).toBeDefined();
  });

  it('4: claimed but never connected', async () => {
    system.softphones.ignore(suzukisPhone());
    const callId = await acceptedCall();

    const { handoffs } = await untilOver(system.admin, callId);

    expect(handoffs.at(-1)?.status).not.toBe('connected');
    const status = await statusOf(system.suzuki.agentId);
    expect(status).not.toBe('on-call');
  });

  it('4: busy or offline agents are rung', async () => {
    await system.tanaka.connect();
    await system.tanaka.request('PUT', '/api/agents/status', { presence: 'busy', reason: 'meeting' });
    system.suzuki.disconnect();
    await eventuallyAtServer(async () => expect(await statusOf(system.suzuki.agentId)).toBe('offline'));

    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });
    await untilCall(system.admin, callId, ({ handoffs }) => handoffs.length > 0);
    await system.simulator.clock.wait(20_000, new AbortController().signal);

    const rung = system.simulator.observe().legs.filter(({ to }) => to.includes('agent-'));
    const offered = [system.suzuki, system.tanaka].flatMap(({ events }) =>
      events.filter(({ type }) => type === 'handoff-offered'),
    );
    expect([rung, offered]).toEqual([[], []]);
  });

  it('5: the customer leaves while on hold, and the conference goes on', async () => {
    const callId = await connectedCall();
    await system.suzuki.request('PUT', `/api/calls/${callId}/hold`, { onHold: true });
    await untilCall(system.admin, callId, ({ call }) =>
      call.participants.some(({ kind, onHold }) => kind === 'customer' && onHold),
    );

    await system.hangUpCustomer(callId);

    await untilOver(system.admin, callId);
    await eventually(() => expect(legsUp()).toEqual([]));
  });

  it('6: duplicate paid calls, and a status that goes backwards', async () => {
    const rates = {
      'rest-timeout-after': 0.3,
      'webhook-duplicated': 0.3,
      'webhook-reordered': 0.3,
      'webhook-delayed': 0.2,
    };
    system.simulator.faults.follow(faultPlanSchema.parse({ seed: 6, rates }));
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });

    await untilOver(system.suzuki, callId);

    const dialled = customerLinesOf(system);
    const statuses = system.suzuki.events.flatMap((event) => ('call' in event ? [event.call.status] : []));
    expect(dialled).toHaveLength(1);
    expect(statuses).toEqual(statuses.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  });

  it('7: voicemail is recognised too late', async () => {
    const callId = await system.suzuki.start({ customerId: await system.customerOf('voicemail') });

    const { call, turns } = await untilOver(system.suzuki, callId);

    expect(call).toMatchObject({ result: 'absent', resultReason: 'voicemail' });
    expect(turns.filter(({ speaker }) => speaker === 'ai')).toEqual([]);
  });

  it('8: nobody is called after the machine slept', async () => {
    system.suzuki.disconnect();
    await eventuallyAtServer(async () => expect(await statusOf(system.suzuki.agentId)).toBe('offline'));

    await system.suzuki.connect();
    const callId = await acceptedCall();

    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    expect(system.softphones.up.has(suzukisPhone())).toBe(true);
  });

  it('8: a call that has ended goes on ringing after the machine slept', async () => {
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });
    const offer = await untilOffered(system.suzuki, callId);
    const slept = system.suzuki.sequence();
    system.suzuki.disconnect();

    await system.hangUpCustomer(callId);
    await untilOver(system.admin, callId);
    await system.suzuki.connect({ after: slept });

    const { offers } = await system.suzuki.ask(offersSchema, 'GET', '/api/offers');
    const accepted = await system.suzuki.request('POST', `/api/offers/${offer.id}/accept`, {
      clientId: system.suzuki.clientId,
    });
    expect(offers).toEqual([]);
    expect(accepted.status).toBe(409);
    expect(legsUp()).toEqual([]);
    await eventually(() =>
      expect(
        system.suzuki.events.some((event) => event.type === 'call-ended' && event.call.id === callId),
      ).toBe(true),
    );
  });

  async function statusOf(agentId: string): Promise<string | undefined> {
    const { agents } = await system.admin.ask(agentsSchema, 'GET', '/api/agents');
    return agents.find((one) => one.agentId === agentId)?.presence;
  }

  async function askCarrier(path: string): Promise<unknown> {
    const { accountSid, authToken } = simulatedAccount;
    const response = await fetch(`${system.url}/simulator/2010-04-01/Accounts/${accountSid}/${path}`, {
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    });
    return response.json();
  }
});

describe('a failure of the dialogue known from the field', () => {
  async function call() {
    const backend = composedBackend();
    return { backend, carried: await carryCall(backend, await signInCaller(backend)) };
  }

  it('9: a back-channel is taken for an answer', async () => {
    const { backend, carried } = await call();
    await using _ = backend;

    const answer = await carried.say('はい');

    expect(answer).not.toMatch(/失礼いたします|おつなぎします/);
  });

  it.each([
    ['お約束ですか', /お約束/],
    ['AIですか', /自動/],
  ])('10: the receptionist asks %s, and the script goes on regardless', async (question, honest) => {
    const { backend, carried } = await call();
    await using _ = backend;

    expect(await carried.say(question)).toMatch(honest);
  });
});

const order = ['initiated', 'ringing', 'ai-responding', 'completed'];

const offersSchema = z.object({ offers: z.array(z.unknown()) });
const agentsSchema = z.object({ agents: z.array(agentStatusSchema) });
const conferencesSchema = z.object({
  conferences: z.array(z.object({ sid: z.string(), friendly_name: z.string(), status: z.string() })),
});
