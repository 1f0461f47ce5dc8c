import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { PresentLeg, Telephony } from '../telephony/telephony.ts';
import type { CallLegs } from './call-legs.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';

interface ReconciliationOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'insist'>;
  readonly legEvents: Pick<CarrierEvents, 'legRinging' | 'legEnded' | 'legJoined'>;
  readonly telephony: Pick<Telephony, 'legNow' | 'presentIn'>;
  readonly clock: Clock;
  readonly log: Log;
}

const pauseMs = 60_000;

/**
 * At the start and every minute: what the database believes of each open call is compared with the carrier, because a webhook is lost when
 * nobody listened for long enough, and a command may fail for good. What is found goes the way of the webhook that would have told it; a
 * leg that is muted or held other than it should be is told again, and one that should be gone is hung up on.
 */
export function startReconciliation(options: ReconciliationOptions): AsyncDisposable {
  const { calls, log } = options;
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  async function reconcileAll(): Promise<void> {
    try {
      for (const call of calls.open()) {
        if (!stopped) await reconcile(call, options);
      }
    } catch (error) {
      log.error({ error }, 'open calls could not be compared with the carrier');
    }
    if (!stopped) nap = setTimeout(again, pauseMs);
  }

  function again(): void {
    pass = reconcileAll();
  }

  let pass = reconcileAll();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(nap);
      await pass;
    },
  };
}

async function reconcile(call: CallRow, options: ReconciliationOptions): Promise<void> {
  const { legs, telephony } = options;
  const present = call.conferenceRef === null ? null : await telephony.presentIn(call.conferenceRef);
  for (const leg of legs.ofCall(call.id)) {
    const found = present?.find(({ label }) => label === leg.label) ?? null;
    if (leg.state !== 'left' || found !== null) await reconcileLeg(call, leg, found, options);
  }
}

async function reconcileLeg(
  { id: callId, conferenceRef }: CallRow,
  { id: legId, carrierRef: legRef }: LegRow,
  found: PresentLeg | null,
  { database, legs, callLegs, legEvents, telephony, clock }: ReconciliationOptions,
): Promise<void> {
  if (legRef === null) return;
  const now = await telephony.legNow(legRef);
  const event = { callId, legId, legRef, at: clock.now() };
  database.transaction(() => {
    if (now.type === 'ringing') legEvents.legRinging(event);
    if (now.type === 'ended') legEvents.legEnded({ ...event, reason: now.reason });
    if (conferenceRef === null || found === null) return;
    legEvents.legJoined({ ...event, conferenceRef, muted: found.muted, onHold: found.onHold });
    const leg = legs.find(legId);
    if (leg?.state === 'in-conference') callLegs.insist(leg, found);
  });
}
