import type { CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { FinalOutcome } from '../journal/outbox-settling.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { AskedLeg } from '../telephony/carrier-command.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { PresentLeg, Telephony } from '../telephony/telephony.ts';
import type { CallLegs } from './call-legs.ts';
import { isOver } from './call-machine.ts';
import type { CallNotices } from './call-notices.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';

interface ReconciliationOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'insist'>;
  readonly outbox: Pick<Outbox, 'send' | 'isPending'>;
  readonly notices: Pick<CallNotices, 'tell'>;
  readonly legEvents: Pick<CarrierEvents, 'legRinging' | 'legAnswered' | 'legEnded' | 'legJoined'>;
  /** What became of a leg that was asked for, as the outbox would have told it. */
  readonly onOutcome: (leg: AskedLeg, outcome: FinalOutcome) => void;
  readonly telephony: Pick<Telephony, 'legNow' | 'presentIn' | 'findLeg' | 'liveConferences'>;
  readonly clock: Clock;
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  readonly log: Log;
}

const pauseMs = 60_000;
/** Within this time the outbox is expected to have done what it was asked for. */
const patienceMs = 60_000;
/** Nobody should be there any more when a call is over: so long it is made sure of. */
const afterEndMs = 5 * 60_000;

/**
 * At the start and every minute: what the database believes of each call that is open, or was lately, is compared with the carrier,
 * because a webhook is lost when nobody listened for long enough, and a command may fail for good. What is found goes the way of the
 * webhook that would have told it; a leg that is muted or held other than it should be is told again, one that should be gone is hung up
 * on, a customer who is by themself is given somebody, and what goes on at the carrier of a call that is over is ended.
 */
export function startReconciliation(options: ReconciliationOptions): AsyncDisposable {
  const { calls, clock, log } = options;
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  async function reconcileAll(): Promise<void> {
    try {
      for (const call of calls.openOrEndedSince(new Date(clock.now().getTime() - afterEndMs))) {
        if (!stopped) await attempt(call);
      }
      if (!stopped) await endStrays(options);
    } catch (error) {
      log.error({ error }, 'calls could not be compared with the carrier');
    }
    if (!stopped) nap = setTimeout(again, pauseMs / options.speed);
  }

  /** One call that cannot be compared must not keep all others from it. */
  async function attempt(call: CallRow): Promise<void> {
    try {
      await reconcile(call, options);
    } catch (error) {
      log.error({ error, callId: call.id }, 'a call could not be compared with the carrier');
    }
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
    if (leg.state === 'left' && found === null && !isOver(call.status)) continue;
    if (leg.carrierRef === null) await lookUp(call, leg, options);
    else await reconcileLeg(call, { id: leg.id, legRef: leg.carrierRef, found }, options);
  }
  options.database.transaction(() => giveCompany(call.id, options));
}

/** Whatever led to it: a customer who is there must not be in the conference by themself. */
function giveCompany(callId: CallId, { calls, legs, notices }: ReconciliationOptions): void {
  const call = calls.find(callId);
  if (call === null || isOver(call.status)) return;
  const here = legs.ofCall(callId).filter(({ state }) => state !== 'left');
  const [customer] = here;
  const isAlone = here.length === 1 && customer?.kind === 'customer' && customer.state === 'in-conference';
  if (isAlone && !customer.onHold) notices.tell({ type: 'customer-alone', callId });
}

/** A conference of a call that is over, however long ago. Those whose name no call of ours has are somebody else's. */
async function endStrays({ database, calls, outbox, telephony, log }: ReconciliationOptions): Promise<void> {
  for (const { conferenceRef, name } of (await telephony.liveConferences()) ?? []) {
    const call = calls.byConferenceName(name);
    if (call === null || !isOver(call.status)) continue;
    log.warn({ callId: call.id }, 'the conference of a call that is over goes on, and is ended');
    database.transaction(() => outbox.send(call.id, { type: 'end-conference', conferenceRef }));
  }
}

const askedWith = {
  customer: 'dial-customer',
  ai: 'add-ai',
  agent: 'ring-softphone',
} as const satisfies Record<LegRow['kind'], AskedLeg['type']>;

/** A leg of which nobody has told us, not even whether it came to be: found by its label. */
async function lookUp(
  { id: callId, conferenceName }: CallRow,
  { id: legId, kind, label, createdAt }: LegRow,
  { database, outbox, onOutcome, telephony, clock }: ReconciliationOptions,
): Promise<void> {
  if (outbox.isPending(callId, legId)) return;
  if (createdAt.getTime() > clock.now().getTime() - patienceMs) return;
  const leg = { type: askedWith[kind], callId, legId, conferenceName, label };
  const found = await telephony.findLeg(leg);
  if (found.type === 'throttled' || found.type === 'unknown') return;
  database.transaction(() => onOutcome(leg, found.type === 'not-done' ? { type: 'gone' } : found));
}

interface KnownLeg {
  readonly id: LegId;
  readonly legRef: string;
  /** Null when it is not in the conference, or the carrier does not say who is. */
  readonly found: PresentLeg | null;
}

async function reconcileLeg(
  { id: callId, conferenceRef }: CallRow,
  { id: legId, legRef, found }: KnownLeg,
  { database, legs, callLegs, legEvents, telephony, clock }: ReconciliationOptions,
): Promise<void> {
  const now = await telephony.legNow(legRef);
  const event = { callId, legId, legRef, at: clock.now() };
  database.transaction(() => {
    if (now.type === 'ringing') legEvents.legRinging(event);
    if (now.type === 'up' && found === null) legEvents.legAnswered(event);
    if (now.type === 'ended') legEvents.legEnded({ ...event, reason: now.reason });
    if (conferenceRef === null || found === null) return;
    legEvents.legJoined({ ...event, conferenceRef, muted: found.muted, onHold: found.onHold });
    const leg = legs.find(legId);
    if (leg?.state === 'in-conference') callLegs.insist(leg, found);
  });
}
