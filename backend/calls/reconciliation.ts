import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';

interface ReconciliationOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly legEvents: Pick<CarrierEvents, 'legRinging' | 'legEnded' | 'legJoined'>;
  readonly telephony: Pick<Telephony, 'legNow' | 'presentIn'>;
  readonly clock: Clock;
  readonly log: Log;
}

const pauseMs = 60_000;

/**
 * At the start and every minute: what the database believes of each open call is compared with the carrier, because a webhook is lost when
 * nobody listened for long enough. What is found goes the way of the webhook that would have told it.
 */
export function startReconciliation(options: ReconciliationOptions): Disposable {
  const { calls, log } = options;
  let stopped = false;

  async function reconcileAll(): Promise<void> {
    try {
      for (const call of calls.open()) {
        if (!stopped) await reconcile(call, options);
      }
    } catch (error) {
      log.error({ error }, 'open calls could not be compared with the carrier');
    }
  }

  void reconcileAll();
  const timer = setInterval(() => void reconcileAll(), pauseMs);
  return {
    [Symbol.dispose]() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

async function reconcile(call: CallRow, options: ReconciliationOptions): Promise<void> {
  const { database, legs, legEvents, telephony, clock } = options;
  const { id: callId, conferenceRef } = call;
  const present = conferenceRef === null ? null : await telephony.presentIn(conferenceRef);
  for (const leg of legs.ofCall(callId).filter((one) => one.state !== 'left')) {
    if (leg.carrierRef === null) continue;
    const now = await telephony.legNow(leg.carrierRef);
    const event = { callId, legId: leg.id, legRef: leg.carrierRef, at: clock.now() };
    database.transaction(() => {
      if (now.type === 'ringing') legEvents.legRinging(event);
      if (now.type === 'ended') legEvents.legEnded({ ...event, reason: now.reason });
      if (conferenceRef !== null && isIn(leg, present)) {
        legEvents.legJoined({ ...event, conferenceRef, muted: leg.muted, onHold: leg.onHold });
      }
    });
  }
}

function isIn(leg: LegRow, present: readonly string[] | null): boolean {
  return present?.includes(leg.label) ?? false;
}
