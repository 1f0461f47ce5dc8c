import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallRecord } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a customer for whom nobody is free', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...settings,
      SIMULATOR_SPEED: '8',
      OFFER_SECONDS: '60',
      HANDOFF_SECONDS: '120',
      ARRIVAL_SECONDS: '40',
      WRAP_UP_SECONDS: '0',
    });
    await choose({ presence: 'busy', reason: 'meeting' });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function choose(status: object): Promise<void> {
    const response = await system.suzuki.request('PUT', '/api/agents/status', status);
    expect(response.status).toBe(200);
  }

  async function waitingCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });
    await untilCall(system.admin, callId, (record) => isWaiting(record) && patienceAsked(record) > 0);
    return callId;
  }

  it('waits with words now and then, and is put through to who becomes free', async () => {
    const callId = await waitingCall();
    // The second word comes ten seconds of the simulator's after the first.
    await untilCall(system.admin, callId, (record) => isWaiting(record) && patienceAsked(record) > 1);

    await choose({ presence: 'available' });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
    const { handoffs } = await untilCall(
      system.admin,
      callId,
      ({ call }) => call.status === 'human-connected',
    );

    expect(handoffs.at(-1)).toMatchObject({ status: 'connected', agent: { id: system.suzuki.agentId } });
    expect(handoffs.at(-1)?.offers).toHaveLength(1);
  });

  it('hears an apology and the promise of another call when nobody becomes free in time', async () => {
    const callId = await waitingCall();

    const { call, turns, handoffs } = await untilOver(system.admin, callId);

    expect(call).toMatchObject({ status: 'completed', result: 'follow_up', resultReason: 'no-agent' });
    expect(call.nextAction?.at).not.toBeNull();
    expect(turns.at(-1)?.text).toContain('改めてお電話いたします');
    expect(handoffs.at(-1)).toMatchObject({ status: 'failed', offers: [] });
  });
});

function isWaiting({ handoffs }: CallRecord): boolean {
  const last = handoffs.at(-1);
  return last?.status === 'offering' && last.urgency === 'connect' && last.offers.length === 0;
}

function patienceAsked({ turns }: CallRecord): number {
  return turns.filter(({ speaker, text }) => speaker === 'ai' && text.includes('今しばらくお待ちください'))
    .length;
}
