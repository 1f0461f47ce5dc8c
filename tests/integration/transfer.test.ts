import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createCallStore } from '../../backend/calls/call-store.ts';
import { callSessionSchema } from '../../backend/contract/calls.ts';
import {
  type Handoff,
  handoffSchema,
  type TransferMode,
  type TransferOutcome,
} from '../../backend/contract/handoffs.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { untilCall, untilOffered } from '../support/call-waits.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually, eventuallyAtServer } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

const conferencesSchema = z.object({ conferences: z.array(z.object({ sid: z.string() })) });
const participantsSchema = z.object({
  participants: z.array(z.object({ label: z.string(), hold: z.boolean() })),
});

describeInEachPlacement('an agent who talks with a customer', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...settings,
      OFFER_SECONDS: '60',
      AGENT_RETURN_SECONDS: '60',
      HANDOFF_SECONDS: '200',
    });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  /** Suzuki talks, and Tanaka can be asked. */
  async function talkingCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.suzuki, callId, ({ call }) => call.answeredAt !== null);
    await system.suzuki.press(callId);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    await system.tanaka.connect();
    return callId;
  }

  function hold(callId: CallId, onHold: boolean) {
    return system.suzuki.ask(callSessionSchema, 'PUT', `/api/calls/${callId}/hold`, { onHold });
  }

  function transfer(callId: CallId, mode: TransferMode): Promise<Handoff> {
    const wanted = { toAgentId: system.tanaka.agentId, mode };
    return system.suzuki.ask(handoffSchema, 'POST', `/api/calls/${callId}/transfer`, wanted);
  }

  function settle(callId: CallId, outcome: TransferOutcome): Promise<Handoff> {
    return system.suzuki.ask(handoffSchema, 'PUT', `/api/calls/${callId}/transfer`, { outcome });
  }

  function untilHandoff(callId: CallId, status: Handoff['status']) {
    return untilCall(system.admin, callId, ({ call }) => call.handoff?.status === status);
  }

  async function consultingCall(): Promise<CallId> {
    const callId = await talkingCall();
    await transfer(callId, 'warm');
    await system.tanaka.accept((await untilOffered(system.tanaka, callId)).id);
    await untilHandoff(callId, 'consulting');
    await untilHeldAtCarrier(callId, true);
    return callId;
  }

  async function askCarrier(about: string): Promise<unknown> {
    const { accountSid, authToken } = simulatedAccount;
    const url = `${system.url}/simulator/2010-04-01/Accounts/${accountSid}/Conferences${about}`;
    const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` };
    return (await fetch(url, { headers })).json();
  }

  /** Whether the carrier has the customer on hold. */
  async function isHeldAtCarrier(callId: CallId): Promise<boolean> {
    const name = createCallStore(system.database).find(callId)?.conferenceName;
    const listed = await askCarrier(`.json?FriendlyName=${name}&Status=in-progress`);
    const [conference] = conferencesSchema.parse(listed).conferences;
    if (conference === undefined) return false;
    const { participants } = participantsSchema.parse(
      await askCarrier(`/${conference.sid}/Participants.json`),
    );
    return participants.some(({ label, hold }) => label === 'customer' && hold);
  }

  /** Where the customer's leg is on its way into the conference, a hold waits until it is there. */
  function untilHeldAtCarrier(callId: CallId, held: boolean): Promise<void> {
    return eventuallyAtServer(async () => expect(await isHeldAtCarrier(callId)).toBe(held));
  }

  function untilOnLine(agent: ConsoleClient, onLine: boolean): Promise<void> {
    return eventually(() => expect(isOnLine(agent)).toBe(onLine));
  }

  function holdAudioHeard(): string {
    const heard = customerLinesOf(system).flatMap((leg) => leg.heard);
    return heard.map(({ what }) => what.text).join();
  }

  function isOnLine(agent: ConsoleClient): boolean {
    return system.softphones.up.has(`agent-${agent.agentId}`);
  }

  it('puts them on hold, where they hear hold audio, and takes them back', async () => {
    const callId = await talkingCall();

    const held = await hold(callId, true);
    await untilHeldAtCarrier(callId, true);
    await eventually(() =>
      expect(holdAudioHeard()).toContain('恐れ入ります。そのまま少々お待ちくださいませ。'),
    );
    const resumed = await hold(callId, false);

    await untilHeldAtCarrier(callId, false);
    expect(held).toMatchObject({ status: 'human-connected' });
    expect(held.participants.find(({ kind }) => kind === 'customer')).toMatchObject({ onHold: true });
    expect(resumed.participants.find(({ kind }) => kind === 'customer')).toMatchObject({ heldSince: null });
  });

  it('hands them to a colleague, and is gone', async () => {
    const callId = await talkingCall();

    await transfer(callId, 'blind');
    const offer = await untilOffered(system.tanaka, callId);
    await untilOnLine(system.suzuki, false);
    await system.tanaka.accept(offer.id);
    const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(offer).toMatchObject({
      reason: 'transferred',
      step: 'named',
      transfer: { by: { id: system.suzuki.agentId }, mode: 'blind' },
    });
    expect(call.handoff?.agent?.id).toBe(system.tanaka.agentId);
    await untilHeldAtCarrier(callId, false);
  });

  it('gets them back when the colleague declines', async () => {
    const callId = await talkingCall();

    await transfer(callId, 'blind');
    const offer = await untilOffered(system.tanaka, callId);
    await system.tanaka.request('POST', `/api/offers/${offer.id}/decline`, { reason: 'busy' });
    const returned = await untilOffered(system.suzuki, callId);
    await system.suzuki.accept(returned.id);
    const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(returned).toMatchObject({ step: 'return', reason: 'transferred' });
    expect(call.handoff?.agent?.id).toBe(system.suzuki.agentId);
  });

  it('talks with the colleague first, who then has them', async () => {
    const callId = await consultingCall();
    const whileConsulting = [await isHeldAtCarrier(callId), isOnLine(system.suzuki), isOnLine(system.tanaka)];

    await settle(callId, 'completed');

    await untilOnLine(system.suzuki, false);
    await untilHeldAtCarrier(callId, false);
    const { call } = await system.admin.record(callId);
    expect(whileConsulting).toEqual([true, true, true]);
    expect(call.handoff).toMatchObject({ status: 'connected', agent: { id: system.tanaka.agentId } });
  });

  it('takes them back from there, still on hold', async () => {
    const callId = await consultingCall();

    await settle(callId, 'canceled');
    await untilOnLine(system.tanaka, false);
    const heldStill = await isHeldAtCarrier(callId);
    const call = await hold(callId, false);

    await untilHeldAtCarrier(callId, false);
    expect(heldStill).toBe(true);
    expect(call.status).toBe('human-connected');
    expect(isOnLine(system.suzuki)).toBe(true);
  });

  it('talks with both, then leaves them to the colleague', async () => {
    const callId = await consultingCall();

    await settle(callId, 'joined');
    await untilHeldAtCarrier(callId, false);
    const allThere = [isOnLine(system.suzuki), isOnLine(system.tanaka)];
    const left = await system.suzuki.request('POST', `/api/calls/${callId}/leave`, {});
    await untilOnLine(system.suzuki, false);
    const last = await system.tanaka.request('POST', `/api/calls/${callId}/leave`, {});

    expect(allThere).toEqual([true, true]);
    expect([left.status, last.status]).toEqual([204, 409]);
    expect((await system.admin.record(callId)).call.status).toBe('human-connected');
  });
});
