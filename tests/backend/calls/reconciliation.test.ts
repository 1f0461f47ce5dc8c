import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startReconciliation } from '../../../backend/calls/reconciliation.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { LegNow, PresentLeg } from '../../../backend/telephony/telephony.ts';
import { silentLog } from '../../support/api.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('the comparison of open calls with the carrier', () => {
  let bench: HandoffBench;
  let callId: CallId;
  let present: PresentLeg[] | null;
  let legs: Map<string, LegNow>;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    legs = new Map();
    present = ['customer', 'ai-1'].map((label) => ({ label, muted: false, onHold: false }));
  });

  afterEach(() => bench[Symbol.dispose]());

  /** One pass, which begins with the start. */
  async function compare(): Promise<void> {
    const asked: string[] = [];
    const pass = startReconciliation({
      ...bench.stores,
      database: bench.database,
      callLegs: bench.flow.callLegs,
      legEvents: bench.flow.carrierEvents,
      clock: bench.clock,
      log: silentLog,
      telephony: {
        legNow: async (legRef) => {
          asked.push(legRef);
          return legs.get(legRef) ?? { type: 'up' };
        },
        presentIn: async () => present,
      },
    });
    const known = bench.stores.legs.ofCall(callId).filter(({ state }) => state !== 'left');
    await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(known.length));
    await pass[Symbol.asyncDispose]();
  }

  function call() {
    return bench.stores.calls.find(callId);
  }

  function refOf(kind: 'customer' | 'ai'): string {
    return bench.legOf(callId, kind).carrierRef ?? '';
  }

  function sent() {
    return bench.commands(callId);
  }

  it('finds nothing to do where both say the same', async () => {
    const before = [call(), bench.stores.legs.ofCall(callId), sent()];

    await compare();

    expect([call(), bench.stores.legs.ofCall(callId), sent()]).toEqual(before);
  });

  it('ends a call whose customer has gone without a word from the carrier', async () => {
    legs.set(refOf('customer'), { type: 'ended', reason: 'hung-up' });

    await compare();

    expect(call()).toMatchObject({ status: 'failed', resultReason: 'hung-up-early' });
  });

  it('brings another AI for one that has gone', async () => {
    legs.set(refOf('ai'), { type: 'ended', reason: 'carrier' });

    await compare();

    expect(bench.stores.legs.ofCall(callId).map(({ label }) => label)).toEqual(['customer', 'ai-1', 'ai-2']);
  });

  it('finds a leg in the conference that was not reported to have joined', async () => {
    const { id } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { state: 'joining', joinedAt: null });

    await compare();

    expect(bench.stores.legs.find(id)?.state).toBe('in-conference');
  });

  it('asks again for a hold that failed', async () => {
    bench.stores.legs.update(bench.legOf(callId, 'customer').id, { onHold: true });

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: true });
  });

  it('ends a hold that nobody wants any more', async () => {
    present = [{ label: 'customer', muted: false, onHold: true }];

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'hold-leg', onHold: false });
  });

  it('mutes again who is to be muted', async () => {
    bench.stores.legs.update(bench.legOf(callId, 'ai').id, { muted: true });

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'mute-leg', muted: true });
  });

  it('hangs up on a leg that should be gone and is still there', async () => {
    const { id, carrierRef } = bench.legOf(callId, 'ai');
    bench.stores.legs.update(id, { state: 'left', leftAt: bench.clock.now() });

    await compare();

    expect(sent().at(-1)).toMatchObject({ type: 'hang-up', legRef: carrierRef });
  });

  it('changes nothing while the carrier does not answer', async () => {
    present = null;
    legs.set(refOf('customer'), { type: 'unknown' });
    legs.set(refOf('ai'), { type: 'unknown' });
    const before = [call(), bench.stores.legs.ofCall(callId), sent()];

    await compare();

    expect([call(), bench.stores.legs.ofCall(callId), sent()]).toEqual(before);
  });
});
