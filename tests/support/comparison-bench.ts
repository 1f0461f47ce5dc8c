import { expect, vi } from 'vitest';
import { compareCall } from '../../backend/calls/compare-call.ts';
import { createMissingCustomers } from '../../backend/calls/missing-customers.ts';
import { type Reconciliation, startReconciliation } from '../../backend/calls/reconciliation.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import type { AskedLeg } from '../../backend/telephony/carrier-command.ts';
import type { LegNow, LiveConference, PresentLeg, Telephony } from '../../backend/telephony/telephony.ts';
import { createHandoffBench, type HandoffBench } from './handoff-bench.ts';
import { keptLog } from './kept-log.ts';

/** What the carrier says when it is asked: at first that the customer and the AI talk. */
interface AskedCarrier {
  present: PresentLeg[] | null;
  readonly legs: Map<string, LegNow>;
  made: Awaited<ReturnType<Telephony['findLeg']>>;
  live: LiveConference[] | null;
  mixed: boolean | null;
}

export type ComparisonBench = ReturnType<typeof createComparisonBench>;

/** An answered call, and a carrier to compare it with. */
export function createComparisonBench(
  newCall: (bench: HandoffBench) => CallId = (one) => one.answeredCall(),
) {
  const bench = createHandoffBench();
  const callId = newCall(bench);
  const kept = keptLog();
  /** The legs and labels that the carrier was asked for. */
  const asked: string[] = [];
  /** Commands that the outbox still has. */
  const outbox = { isPending: false };
  const carrier: AskedCarrier = {
    present: ['customer', 'ai-1'].map(talking),
    legs: new Map(),
    made: { type: 'not-done' },
    live: [],
    mixed: true,
  };

  function comparison(presentIn = async () => carrier.present) {
    return {
      ...bench.stores,
      database: bench.database,
      callLegs: bench.flow.callLegs,
      arrivals: bench.flow.arrivals,
      notices: bench.flow.notices,
      outbox: { ...bench.stores.outbox, isPending: () => outbox.isPending },
      legEvents: bench.flow.carrierEvents,
      clock: bench.clock,
      speed: 1,
      onOutcome: bench.flow.onCarrierOutcome,
      log: kept.log,
      telephony: {
        isMixed: async () => carrier.mixed,
        legNow: async (legRef: string) => {
          asked.push(legRef);
          return carrier.legs.get(legRef) ?? ({ type: 'up' } as const);
        },
        presentIn,
        liveConferences: async () => carrier.live,
        findLeg: async ({ label }: AskedLeg) => {
          asked.push(label);
          return carrier.made;
        },
      },
    } satisfies Parameters<typeof startReconciliation>[0];
  }

  const start = (presentIn?: () => Promise<PresentLeg[] | null>): Reconciliation =>
    startReconciliation(comparison(presentIn));

  const missing = createMissingCustomers(bench.clock);

  /** Compares the call once, after all earlier looks. */
  async function look(): Promise<void> {
    const call = bench.stores.calls.find(callId);
    if (call !== null) await compareCall(call, { ...comparison(), missing });
  }

  /** One pass, which begins with the start. */
  async function compare(): Promise<void> {
    const before = asked.length;
    const pass = start();
    const known = bench.stores.legs.ofCall(callId).filter(({ state }) => state !== 'left');
    await vi.waitFor(() => expect(asked.length - before).toBeGreaterThanOrEqual(known.length));
    await pass[Symbol.asyncDispose]();
    expect(kept.lines).toEqual([]);
  }

  return {
    ...bench,
    callId,
    asked,
    kept,
    carrier,
    outbox,
    start,
    compare,
    look,
    call: () => bench.stores.calls.find(callId),
    legs: () => bench.stores.legs.ofCall(callId),
    leg: (kind: 'customer' | 'ai' | 'agent') => bench.legOf(callId, kind),
    refOf: (kind: 'customer' | 'ai') => bench.legOf(callId, kind).carrierRef ?? '',
    sent: () => bench.commands(callId),
  };
}

/** As the carrier shows somebody who talks in a conference. */
export function talking(label: string): PresentLeg {
  return { label, muted: false, onHold: false, coaches: null };
}
