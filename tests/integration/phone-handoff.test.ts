import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAgentStore } from '../../backend/agents/agent-store.ts';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import { agentProfileSchema, type PhoneLanguage, type ReachByPhone } from '../../backend/contract/agents.ts';
import { agentIdSchema, type CallId } from '../../backend/contract/ids.ts';
import { faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { type AgentPhoneKind, agentPhoneNumber } from '../../backend/simulator/personas/agent-phones.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a handoff to an agent’s own telephone', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...settings,
      OFFER_SECONDS: '40',
      PHONE_OFFER_SECONDS: '60',
      HANDOFF_SECONDS: '120',
      ARRIVAL_SECONDS: '40',
      WRAP_UP_SECONDS: '600',
    });
    await busy(system.suzuki);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  /** As one who has verified the number. */
  async function giveTelephone(
    agent: ConsoleClient,
    kind: AgentPhoneKind,
    { use = 'offline', language = 'ja' }: { use?: ReachByPhone; language?: PhoneLanguage } = {},
  ): Promise<string> {
    const phoneNumber = agentPhoneNumber(kind, Number(agent === system.tanaka));
    const agentId = agentIdSchema.parse(agent.agentId);
    createAgentStore(system.database, 'Asia/Tokyo').change(agentId, { phoneNumber, phoneVerified: true });
    await agent.request('PUT', '/api/agents/phone', { phoneNumber, reachByPhone: use, language });
    return phoneNumber;
  }

  function busy(agent: ConsoleClient) {
    return agent.request('PUT', '/api/agents/status', { presence: 'busy', reason: 'meeting' });
  }

  function available(agent: ConsoleClient) {
    return agent.request('PUT', '/api/agents/status', { presence: 'available' });
  }

  async function startCall(): Promise<CallId> {
    return system.admin.start({ customerId: await system.customerOf('asks-for-human') });
  }

  function callsTo(phoneNumber: string) {
    return system.simulator.observe().legs.filter(({ to }) => to === phoneNumber);
  }

  function heardOn(phoneNumber: string): string {
    return callsTo(phoneNumber)
      .flatMap(({ heard }) => heard.map(({ what }) => what.text))
      .join('\n');
  }

  it('rings them, says whose call it is, and puts them through when they press 1', async () => {
    const number = await giveTelephone(system.tanaka, 'presses-one');
    const callId = await startCall();

    const { call, handoffs } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(handoffs.at(-1)).toMatchObject({ status: 'connected', agent: { id: system.tanaka.agentId } });
    expect(call.participants.find(({ kind }) => kind === 'agent')).toMatchObject({
      via: 'phone',
      state: 'in-conference',
      mutedByUs: false,
      agent: { id: system.tanaka.agentId },
    });
    expect(heardOn(number)).toContain(`${call.customer.company}様のお電話です`);
    expect(callsTo(number)).toHaveLength(1);
    await eventually(() =>
      expect(heardByCustomer(callId)).toContain('お電話代わりました。担当でございます。'),
    );
    expect(await presenceOf(system.tanaka)).toBe('on-call');
  });

  function heardByCustomer(callId: CallId): string {
    const customer = createLegStore(system.database)
      .ofCall(callId)
      .find(({ kind }) => kind === 'customer');
    const leg = system.simulator.observe().legs.find(({ callSid }) => callSid === customer?.carrierRef);
    return leg?.heard.map(({ what }) => what.text).join('\n') ?? '';
  }

  async function presenceOf(agent: ConsoleClient) {
    const { status } = await agent.ask(agentProfileSchema, 'GET', '/api/agents/profile');
    return status.presence;
  }

  it('speaks English with an agent who wants that', async () => {
    const number = await giveTelephone(system.tanaka, 'presses-one', { language: 'en' });

    await untilCall(system.admin, await startCall(), ({ call }) => call.status === 'human-connected');

    expect(heardOn(number)).toContain('Press 1');
  });

  it('ends the call, and lets the agent wrap up, when they put the telephone down', async () => {
    await giveTelephone(system.tanaka, 'presses-one-and-leaves');
    const callId = await startCall();

    const { call, handoffs } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ status: 'completed', result: 'success', resultReason: 'talked' });
    expect(handoffs).toHaveLength(1);
    expect(await presenceOf(system.tanaka)).toBe('wrap-up');
  });

  it.each(['voicemail', 'presses-nothing', 'presses-another-key', 'hangs-up', 'no-answer', 'busy'] as const)(
    'asks the next agent when the telephone is one that answers with: %s',
    async (kind) => {
      const number = await giveTelephone(system.tanaka, kind);
      const callId = await startCall();
      await eventually(() => expect(callsTo(number)).toHaveLength(1));
      await available(system.suzuki);

      const offer = await untilOffered(system.suzuki, callId);
      await system.suzuki.accept(offer.id);
      const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

      const agents = call.participants.filter((participant) => participant.kind === 'agent');
      expect(agents.map(({ agent }) => agent?.id)).toEqual([system.suzuki.agentId]);
      expect(callsTo(number).map(({ conference }) => conference)).toEqual([null]);
      expect(heardByCustomer(callId)).not.toContain('ピーという発信音');
      await eventually(() => expect(callsTo(number).every(({ endedAt }) => endedAt !== null)).toBe(true));
    },
  );

  it('does not ring a number that nobody has verified, nor one whose owner does not want it', async () => {
    const unverified = agentPhoneNumber('presses-one', 7);
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber: unverified });
    const callId = await startCall();
    await untilOver(system.admin, callId);
    const unwanted = await giveTelephone(system.tanaka, 'presses-one', { use: 'never' });
    await untilOver(system.admin, await startCall());

    expect([...callsTo(unverified), ...callsTo(unwanted)]).toEqual([]);
  });

  it('rings the telephone of an agent who chose it, and lets them accept on the screen all the same', async () => {
    const number = await giveTelephone(system.suzuki, 'presses-nothing', { use: 'always' });
    await available(system.suzuki);
    const callId = await startCall();
    const offer = await untilOffered(system.suzuki, callId);
    await eventually(() => expect(callsTo(number)[0]?.status).toBe('in-progress'));

    await system.suzuki.accept(offer.id);
    const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(call.participants.find(({ kind }) => kind === 'agent')?.via).toBe('softphone');
    await eventually(() => {
      expect(heardOn(number)).toContain('ほかの担当者が受けたか、先方が切られました');
      expect(callsTo(number)[0]?.endedAt).not.toBeNull();
    });
  });

  it('stops ringing when the customer hangs up', async () => {
    const number = await giveTelephone(system.tanaka, 'no-answer');
    const callId = await startCall();
    await eventually(() => expect(callsTo(number)[0]?.status).toBe('ringing'));

    await system.hangUpCustomer(callId);
    await untilOver(system.admin, callId);

    await eventually(() => expect(callsTo(number)[0]?.status).toBe('canceled'));
  });

  it('tells who presses 1 too late that somebody else has the call', async () => {
    const number = await giveTelephone(system.tanaka, 'presses-one');
    const callId = await startCall();
    await eventually(() => expect(callsTo(number)[0]?.status).toBe('in-progress'));

    await system.admin.connect();
    await system.admin.press(callId);
    const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(call.handoff?.agent?.id).toBe(system.admin.agentId);
    await eventually(() => {
      expect(heardOn(number)).toContain('ほかの担当者が受けたか、先方が切られました');
      expect(callsTo(number)[0]).toMatchObject({ conference: null, endedAt: expect.any(String) });
    });
  });

  it('never rings a telephone twice, whatever becomes of the carrier’s answer', async () => {
    const number = await giveTelephone(system.tanaka, 'presses-one');
    const callId = await startCall();
    await untilCall(system.admin, callId, ({ turns }) => turns.length >= 2);
    system.simulator.faults.follow(faultPlanSchema.parse({ rates: { 'rest-error-after': 1 } }));
    await eventually(() => expect(callsTo(number)).toHaveLength(1));
    system.simulator.faults.follow(noFaults);

    const { call } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.status === 'human-connected' || call.endedAt !== null,
    );

    expect(call.status).toBe('human-connected');
    expect(callsTo(number)).toHaveLength(1);
  });
});
