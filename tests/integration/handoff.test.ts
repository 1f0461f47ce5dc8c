import { afterEach, beforeEach, expect, it } from 'vitest';
import { handoffSchema } from '../../backend/contract/handoffs.ts';
import { agentIdSchema, type CallId } from '../../backend/contract/ids.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { openConsole } from '../support/console-client.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually, eventuallyAtServer } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a handoff', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    // Simulated seconds are a twentieth of real ones: long enough for a machine that is busy.
    system = await startSystem({
      ...settings,
      OFFER_SECONDS: '60',
      HANDOFF_SECONDS: '200',
      ARRIVAL_SECONDS: '40',
      WRAP_UP_SECONDS: '0',
    });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function startCall(): Promise<CallId> {
    return system.admin.start({ customerId: await system.customerOf('puts-through') });
  }

  function identityOf(agent: { readonly agentId: string }): string {
    return `agent-${agent.agentId}`;
  }

  it('puts a standby agent through as soon as the person in charge is on the line', async () => {
    const callId = await startCall();
    const offer = await untilOffered(system.suzuki, callId);
    expect(offer).toMatchObject({ urgency: 'prepare', reason: 'put-on-hold' });

    await system.suzuki.accept(offer.id);
    const { call, turns, handoffs } = await untilCall(
      system.suzuki,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(handoffs).toMatchObject([
      { status: 'connected', urgency: 'connect', requestedBy: 'ai', agent: { id: system.suzuki.agentId } },
    ]);
    expect(handoffs[0]?.connectedAt).not.toBeNull();
    expect(turns.map((turn) => turn.number)).toEqual(turns.map((_, index) => index + 1));
    expect(turns.some((turn) => turn.speaker === 'ai' && turn.text.includes('担当者におつなぎします'))).toBe(
      true,
    );
    expect(call.participants.find(({ kind }) => kind === 'ai')?.state).toBe('left');
    expect(call.participants.find(({ kind }) => kind === 'agent')).toMatchObject({
      state: 'in-conference',
      mutedByUs: false,
    });
  });

  it('leaves a complete record once the agent has hung up', async () => {
    const callId = await startCall();
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    await untilCall(system.suzuki, callId, ({ turns }) =>
      turns.some((turn) => turn.intent === null && turn.speaker === 'customer'),
    );

    await system.suzuki.request('POST', '/api/calls/end', { callId });
    const { call } = await untilOver(system.suzuki, callId);

    expect(call).toMatchObject({
      status: 'completed',
      result: 'success',
      resultReason: 'talked',
      resultConfirmed: false,
    });
    expect(call.note).toContain('取り次いでいただいた');
    expect(call.durationSeconds).toBeGreaterThan(0);
    await eventually(() => expect(system.softphones.up.has(identityOf(system.suzuki))).toBe(false));
  });

  it('offers the next agent when one declines', async () => {
    await system.tanaka.connect();
    const callId = await startCall();
    const [first, second] = await whoIsAskedFirst(callId);

    await first.request('POST', `/api/offers/${(await untilOffered(first, callId)).id}/decline`, {
      reason: 'busy',
    });
    const offer = await untilOffered(second, callId);

    expect(offer.agentId).toBe(second.agentId);
  });

  async function whoIsAskedFirst(callId: CallId) {
    const { suzuki, tanaka } = system;
    const asked = await Promise.any([untilOffered(suzuki, callId), untilOffered(tanaka, callId)]);
    return asked.agentId === suzuki.agentId ? ([suzuki, tanaka] as const) : ([tanaka, suzuki] as const);
  }

  it('brings the AI back with an apology and a promise when nobody accepts', async () => {
    const callId = await startCall();

    const { call, turns, handoffs } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ status: 'completed', result: 'follow_up', resultReason: 'no-agent' });
    expect(call.nextAction?.at).not.toBeNull();
    expect(turns.at(-1)?.text).toContain('申し訳ございません');
    expect(handoffs.at(-1)).toMatchObject({ status: 'failed' });
    expect(handoffs.flatMap(({ offers }) => offers).every(({ status }) => status === 'expired')).toBe(true);
  });

  it('gives the call to exactly one of two agents who accept at once', async () => {
    await system.tanaka.connect();
    const callId = await startCall();
    const [suzukis, tanakas] = await bothAskedAtOnce(callId);

    const answers = await Promise.allSettled([
      system.suzuki.accept(suzukis.id),
      system.tanaka.accept(tanakas.id),
    ]);
    const { handoffs } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(handoffs.filter(({ status }) => status === 'connected')).toHaveLength(1);
  });

  /** In the last step of a handoff everybody is asked who has not declined. */
  function bothAskedAtOnce(callId: CallId) {
    return eventuallyAtServer(async () => {
      const { call } = await system.admin.record(callId);
      const open = call.handoff?.offers.filter(({ status }) => status === 'open') ?? [];
      const suzukis = open.find(({ agent }) => agent.id === system.suzuki.agentId);
      const tanakas = open.find(({ agent }) => agent.id === system.tanaka.agentId);
      if (suzukis === undefined || tanakas === undefined) throw new Error('not both yet');
      return [suzukis, tanakas] as const;
    });
  }

  it('is joined in the console that accepted it; in the other one of the same agent the alert goes, and nothing rings', async () => {
    await using laptop = await openConsole(system.url, demoAccounts[0]);
    await laptop.connect();
    const callId = await startCall();
    const offer = await untilOffered(laptop, callId);

    await system.suzuki.accept(offer.id);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');

    const rung = system.softphones.up.get(identityOf(system.suzuki))?.call.parameters['clientId'];
    expect(rung).toBe(system.suzuki.clientId);
    await eventually(() =>
      expect(laptop.events).toContainEqual(
        expect.objectContaining({
          type: 'handoff-updated',
          handoff: expect.objectContaining({
            offers: [expect.objectContaining({ id: offer.id, status: 'accepted' })],
          }),
        }),
      ),
    );
    await expect(laptop.accept(offer.id)).rejects.toThrow('offer-over');
  });

  it('is withdrawn, and the agent not rung, when the customer hangs up while an agent is being asked', async () => {
    const callId = await startCall();
    const offer = await untilOffered(system.suzuki, callId);

    await system.hangUpCustomer(callId);
    const { handoffs } = await untilOver(system.admin, callId);

    expect(handoffs).toMatchObject([
      { status: 'withdrawn', offers: [{ id: offer.id, status: 'withdrawn' }] },
    ]);
    await expect(system.suzuki.accept(offer.id)).rejects.toThrow('offer-over');
    expect(system.softphones.up.size).toBe(0);
  });

  it('rings an agent who accepted and does not arrive once more', async () => {
    system.softphones.ignore(identityOf(system.suzuki), 1);
    const callId = await startCall();
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);

    const { call } = await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');

    expect(call.participants.filter(({ kind }) => kind === 'agent')).toMatchObject([
      { state: 'left', joinedAt: null },
      { state: 'in-conference' },
    ]);
  });

  it('goes to the next agent, and the first is told, when they do not arrive twice', async () => {
    await system.tanaka.connect();
    const callId = await startCall();
    const [first, second] = await whoIsAskedFirst(callId);
    system.softphones.ignore(identityOf(first));
    await first.accept((await untilOffered(first, callId)).id);

    const offer = await untilOffered(second, callId);
    await second.accept(offer.id);
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(first.events).toContainEqual(
      expect.objectContaining({
        type: 'alert-raised',
        alert: expect.objectContaining({ kind: 'agent-did-not-arrive', callId }),
      }),
    );
  });

  it('is asked for again when the line of the agent drops, and the customer hears a word meanwhile', async () => {
    const callId = await startCall();
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');

    system.softphones.up.get(identityOf(system.suzuki))?.hangUp();
    const again = await untilOffered(system.suzuki, callId, 2);

    expect(again).toMatchObject({ urgency: 'connect', reason: 'agent-line-dropped' });
    const { call } = await untilCall(system.suzuki, callId, ({ call }) => call.status === 'transferring');
    expect(call.participants.find(({ kind }) => kind === 'customer')?.onHold).toBe(true);
  });

  async function startCallToSilence(): Promise<CallId> {
    const callId = await system.suzuki.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.suzuki, callId, ({ call }) => call.answeredAt !== null);
    return callId;
  }

  it('needs no offer when an agent presses: the presser has the call at once', async () => {
    const callId = await startCallToSilence();

    const pressed = await system.suzuki.ask(handoffSchema, 'POST', `/api/calls/${callId}/handoff`, {
      clientId: system.suzuki.clientId,
    });
    const { handoffs } = await untilCall(
      system.suzuki,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(pressed).toMatchObject({
      status: 'joining',
      requestedBy: 'agent',
      reason: 'agent-pressed',
      offers: [],
    });
    expect(handoffs).toMatchObject([{ status: 'connected', agent: { id: system.suzuki.agentId } }]);
  });

  it('tells the customer that they are being put through when an agent presses', async () => {
    const callId = await startCallToSilence();

    await system.suzuki.press(callId);

    await eventually(() => {
      const heard = customerLinesOf(system).flatMap((leg) => leg.heard);
      expect(heard.map(({ what }) => what.text).join()).toContain('担当者におつなぎします');
    });
  });

  it('is refused, with the reason, to a presser whose softphone is not connected', async () => {
    const callId = await startCallToSilence();

    await expect(system.admin.press(callId)).rejects.toThrow('agent-not-reachable');
  });

  it('is refused to a second presser while the first is on the way', async () => {
    await system.admin.connect();
    const callId = await startCallToSilence();
    await system.suzuki.press(callId);

    await expect(system.admin.press(callId)).rejects.toThrow('handoff-in-progress');
  });

  it('is not to be had for a call to a customer of another agent', async () => {
    system.database.query
      .update(customers)
      .set({ ownerId: agentIdSchema.parse(system.suzuki.agentId) })
      .run();
    await system.tanaka.connect();
    const callId = await startCallToSilence();

    await expect(system.tanaka.press(callId)).rejects.toThrow('not-found');
  });
});
