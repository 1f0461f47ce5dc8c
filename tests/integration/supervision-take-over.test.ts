import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { untilCall, untilOffered } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type SupervisedCalls, superviseCalls } from '../support/supervised-calls.ts';
import { type System, startSystem } from '../support/system.ts';

const settings = { OFFER_SECONDS: '60', AGENT_RETURN_SECONDS: '60', HANDOFF_SECONDS: '200' };

describeInEachPlacement('an admin who takes over', (placement) => {
  let system: System;
  let calls: SupervisedCalls;

  beforeEach(async () => {
    system = await startSystem({ ...settings, ...placement.settings });
    await system.admin.connect();
    calls = superviseCalls(system);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  /** The admin alone is with the customer, who is not on hold, and hears them. */
  async function untilAdminTalks(callId: CallId): Promise<void> {
    const { call } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.status === 'human-connected' && call.handoff?.agent?.id === system.admin.agentId,
    );
    const present = call.participants.filter(({ state }) => state !== 'left');
    expect(call.handoff).toMatchObject({ reason: 'taken-over', status: 'connected' });
    await expect.poll(() => calls.labelsUp().toSorted()).toEqual(['customer', 'supervisor']);
    expect(await calls.hearersOfAdmin('責任者の佐藤です')).toEqual(['customer']);
    expect(present.find(({ kind }) => kind === 'customer')?.onHold).toBe(false);
  }

  it('takes the call from its agent, who is released once the admin is heard', async () => {
    const callId = await calls.talkingCall();

    await calls.start(callId, 'take-over');
    const { call } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.handoff?.agent?.id === system.admin.agentId,
    );
    await expect.poll(() => calls.isOnLine(system.suzuki)).toBe(false);
    const heard = await calls.hearersOfAdmin('お電話代わりました');

    expect(call).toMatchObject({
      status: 'human-connected',
      handoff: { reason: 'taken-over', status: 'connected' },
    });
    expect(heard).toEqual(['customer']);
    expect(await calls.seenBy(system.admin)).toEqual([]);
    expect(await calls.audited(callId)).toEqual([
      'call-taken-over',
      'supervision-ended take-over took-over',
      'supervision-started take-over',
    ]);
  });

  it('listens to the AI, and takes the call from it', async () => {
    const callId = await calls.answeredCall();
    await calls.start(callId, 'listen');
    await calls.untilSeen('listen');

    await calls.choose(callId, 'take-over');
    const { call } = await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expect(call.handoff).toMatchObject({ status: 'connected', agent: { id: system.admin.agentId } });
    expect(call.participants.filter(({ kind, state }) => kind === 'ai' && state !== 'left')).toEqual([]);
    await expect.poll(() => calls.labelsUp()).not.toContain('ai');
    expect(await calls.hearersOfAdmin('担当の佐藤です')).toEqual(['customer']);
  });

  it('has the call of a customer who is being offered to somebody, who is asked no more', async () => {
    const callId = await system.admin.start({ customerId: await system.customerOf('asks-for-human') });
    await untilOffered(system.suzuki, callId);

    await calls.start(callId, 'take-over');
    await untilAdminTalks(callId);

    const { handoffs } = await system.admin.record(callId);
    const statuses = handoffs.flatMap(({ offers }) => offers.map(({ status }) => status));
    expect(statuses).toEqual(['withdrawn']);
  });

  it('has the call that an agent stands by for, who is let go', async () => {
    const callId = await system.admin.start({ customerId: await system.customerOf('long-hold') });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    await untilCall(system.suzuki, callId, ({ call }) => call.handoff?.status === 'standby');

    await calls.start(callId, 'take-over');
    await untilAdminTalks(callId);

    await expect.poll(() => calls.isOnLine(system.suzuki)).toBe(false);
  });

  it('has the call about which two agents consult, who are both let go', async () => {
    await system.tanaka.connect();
    const callId = await calls.talkingCall();
    const wanted = { mode: 'warm', toAgentId: system.tanaka.agentId };
    await system.suzuki.request('POST', `/api/calls/${callId}/transfer`, wanted);
    await system.tanaka.accept((await untilOffered(system.tanaka, callId)).id);
    await untilCall(system.suzuki, callId, ({ call }) => call.handoff?.status === 'consulting');

    await calls.start(callId, 'take-over');
    await untilAdminTalks(callId);

    await expect.poll(() => calls.isOnLine(system.suzuki) || calls.isOnLine(system.tanaka)).toBe(false);
  });
});
