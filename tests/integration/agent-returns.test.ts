import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('an agent who loses the line in the middle of a talk', ({ settings }) => {
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

  async function talkingCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.suzuki, callId, ({ call }) => call.answeredAt !== null);
    await system.suzuki.press(callId);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    return callId;
  }

  /** What a page does that goes away: its softphone hangs up, which the carrier reports as any other end, and its connection closes. */
  function leavePage(): void {
    system.softphones.up.get(`agent-${system.suzuki.agentId}`)?.hangUp();
    system.suzuki.disconnect();
  }

  it('gets the same customer back after reloading the page, whose softphone takes a moment', async () => {
    const callId = await talkingCall();

    leavePage();
    await untilCall(system.admin, callId, ({ call }) => call.status === 'transferring');
    await system.suzuki.connect({ softphone: false });
    system.suzuki.reportSoftphone(false);
    system.suzuki.reportSoftphone(true);
    const offer = await untilOffered(system.suzuki, callId);
    await system.suzuki.accept(offer.id);
    const { call } = await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');

    expect(offer).toMatchObject({ step: 'return', reason: 'agent-line-dropped' });
    expect(call.participants.find(({ kind }) => kind === 'customer')?.onHold).toBe(false);
  });

  it('has the customer hear an apology and hold audio meanwhile', async () => {
    const callId = await talkingCall();

    leavePage();
    await untilCall(system.admin, callId, ({ call }) => call.status === 'transferring');

    await eventually(() => {
      const heard = customerLinesOf(system).flatMap((leg) => leg.heard);
      expect(heard.map(({ what }) => what.text).join()).toContain(
        '恐れ入ります。そのまま少々お待ちくださいませ。',
      );
    });
  });

  it('loses the customer to a colleague when they do not come back in time', async () => {
    const callId = await talkingCall();
    await system.tanaka.connect();

    leavePage();
    const offer = await untilOffered(system.tanaka, callId);
    const { handoffs } = await system.admin.record(callId);

    expect(offer).toMatchObject({ step: 'best', reason: 'agent-line-dropped', urgency: 'connect' });
    expect(handoffs.at(-1)?.offers.map(({ agent, status }) => [agent.id, status])).toEqual([
      [system.suzuki.agentId, 'expired'],
      [system.tanaka.agentId, 'open'],
    ]);
  });

  it('leaves the customer to the AI, which apologises, when nobody else is there', async () => {
    const callId = await talkingCall();

    leavePage();
    const { call, turns } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ status: 'completed' });
    expect(turns.findLast(({ speaker }) => speaker === 'ai')?.text).toContain('申し訳ございません');
  });

  it('is not asked to return when they hung up on purpose: the call is over', async () => {
    const callId = await talkingCall();

    await system.suzuki.request('POST', '/api/calls/end', { callId });
    leavePage();
    const { call, handoffs } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ status: 'completed', resultReason: 'ended-by-agent' });
    expect(handoffs).toHaveLength(1);
  });

  it('is not waited for after signing out', async () => {
    const callId = await talkingCall();
    await system.tanaka.connect();

    await system.suzuki.request('POST', '/api/auth/sign-out', {});
    leavePage();
    await untilOffered(system.tanaka, callId);
    const { handoffs } = await system.admin.record(callId);

    expect(handoffs.at(-1)?.offers.every(({ status }) => status !== 'expired')).toBe(true);
  });
});
