import type { CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { FinalOutcome } from '../journal/outbox-settling.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { AskedLeg } from '../telephony/carrier-command.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { PresentLeg, Telephony } from '../telephony/telephony.ts';
import { overdueAt, presentSince } from './arrivals.ts';
import type { CallLegs } from './call-legs.ts';
import { isOver } from './call-machine.ts';
import type { CallNotices } from './call-notices.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';
import type { MissingCustomers } from './missing-customers.ts';
import { shownIn } from './shown-number.ts';

export interface ComparisonOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'insist'>;
  readonly outbox: Pick<Outbox, 'isPending'>;
  readonly notices: Pick<CallNotices, 'tell'>;
  readonly legEvents: Pick<
    CarrierEvents,
    'legRinging' | 'legAnswered' | 'legEnded' | 'legJoined' | 'conferenceStarted'
  >;
  /** What became of a leg that was asked for, as the outbox would have told it. */
  readonly onOutcome: (leg: AskedLeg, outcome: FinalOutcome) => void;
  readonly telephony: Pick<Telephony, 'legNow' | 'presentIn' | 'isMixed' | 'findLeg'>;
  readonly missing: MissingCustomers;
  readonly clock: Clock;
}

/** Within this time the outbox is expected to have done what it was asked for. */
const patienceMs = 60_000;
/**
 * The carrier brings who has answered into the conference within a second, and within five they are to hear somebody. The carrier's clock
 * may be wrong, which tells when it was: for so long they have to be found missing by ours, too.
 */
const overdueMs = 3_500;
const missedMs = 1_000;
/** An AI comes within two seconds: who is so long on the way to a customer is no company to them. */
const aiOverdueMs = 15_000;

/**
 * Compares what the database believes of a call with the carrier. What is found goes the way of the webhook that would have told it; a leg
 * that is muted or held other than it should be is told again, one that should be gone is hung up on, and a customer who is by themself, or
 * not heard, is given somebody.
 */
export async function compareCall(call: CallRow, options: ComparisonOptions): Promise<void> {
  const { legs, telephony } = options;
  const present = call.conferenceRef === null ? null : await telephony.presentIn(call.conferenceRef);
  for (const leg of legs.ofCall(call.id)) {
    const found = present?.find(({ label }) => label === leg.label) ?? null;
    if (leg.state === 'left' && found === null && (!isOver(call.status) || leg.billedSeconds !== null))
      continue;
    if (leg.carrierRef === null) await lookUp(call, leg, options);
    else await compareLeg(call, { id: leg.id, legRef: leg.carrierRef, found }, options);
  }
  options.database.transaction(() => giveCompany(call.id, present !== null, options));
  const isUnanswered = call.conferenceRef !== null && present === null;
  if (!isUnanswered) options.database.transaction(() => freeMissing(call.id, options));
  await makeHeard(call.id, options);
}

/** Who has answered, and is in no conference so long after, comes to none: they hear nobody, and nobody is to ask for ever. */
function freeMissing(callId: CallId, { calls, legs, notices, missing, clock }: ComparisonOptions): void {
  const call = calls.find(callId);
  const customer = legs.ofCall(callId).find(({ kind }) => kind === 'customer');
  const answeredAt = customer?.state === 'joining' ? customer.answeredAt : null;
  if (call === null || isOver(call.status) || answeredAt === null) {
    missing.forget(callId);
    return;
  }
  const missed = missing.missedFor(callId);
  const waited = clock.now().getTime() - answeredAt.getTime();
  if (waited >= overdueMs && missed >= missedMs) notices.tell({ type: 'customer-missing', callId });
}

/** Whatever led to it: a customer who is there must not be in the conference by themself. */
function giveCompany(
  callId: CallId,
  isAnswered: boolean,
  { calls, legs, notices, clock }: ComparisonOptions,
): void {
  const call = calls.find(callId);
  if (call === null || isOver(call.status)) return;
  const open = legs.ofCall(callId).filter(isCompany);
  const customer = open.find(({ kind }) => kind === 'customer');
  if (customer?.state !== 'in-conference') return;
  const missed = isAnswered ? open.filter((leg) => isOverdueAi(leg, customer, clock.now())) : [];
  const isAlone = open.length - missed.length === 1;
  if (isAlone && (!customer.onHold || missed.length > 0)) notices.tell({ type: 'customer-alone', callId });
}

/** Both their telephone and the AI have to have been there for so long: it may have been on its way while the telephone rang. */
function isOverdueAi({ kind, state, createdAt }: LegRow, customer: LegRow, now: Date): boolean {
  const met = presentSince(customer);
  if (kind !== 'ai' || state !== 'joining' || met === null) return false;
  return now.getTime() - Math.max(createdAt.getTime(), met.getTime()) >= aiOverdueMs;
}

/** An agent's telephone that rings may be a voicemail's, and a supervisor is on the call for the agent. */
function isCompany({ kind, agentId, state }: LegRow): boolean {
  return state !== 'left' && kind !== 'supervisor' && (kind !== 'agent' || agentId !== null);
}

/** Those who are in a conference that has not begun hear nothing of each other. */
async function makeHeard(callId: CallId, options: ComparisonOptions): Promise<void> {
  const { database, calls, legs, notices, legEvents, telephony, clock } = options;

  /** The conference, when those in it should long have been hearing each other. */
  function unmixed(): string | null {
    const call = calls.find(callId);
    const overdue = call === null ? null : overdueAt(call, legs.ofCall(callId));
    const customer = legs.ofCall(callId).find(({ kind }) => kind === 'customer');
    if (call === null || overdue === null || customer?.state !== 'in-conference') return null;
    return overdue <= clock.now() ? call.conferenceRef : null;
  }

  const conferenceRef = unmixed();
  if (conferenceRef === null) return;
  const mixed = await telephony.isMixed(conferenceRef);
  database.transaction(() => {
    if (mixed === true) legEvents.conferenceStarted(callId, conferenceRef);
    if (mixed === false && unmixed() === conferenceRef) notices.tell({ type: 'conference-stuck', callId });
  });
}

const askedWith = {
  customer: 'dial-customer',
  ai: 'add-ai',
  agent: 'ring-softphone',
  supervisor: 'ring-softphone',
} as const satisfies Record<LegRow['kind'], AskedLeg['type']>;

/** A leg of which nobody has told us, not even whether it came to be: found by its label. */
async function lookUp(
  call: CallRow,
  row: LegRow,
  { database, outbox, onOutcome, telephony, clock }: ComparisonOptions,
): Promise<void> {
  if (outbox.isPending(call.id, row.id)) return;
  if (row.createdAt.getTime() > clock.now().getTime() - patienceMs) return;
  const leg = askedLeg(call, row);
  const found = await telephony.findLeg(leg);
  if (found.type === 'throttled' || found.type === 'unknown') return;
  database.transaction(() => onOutcome(leg, found.type === 'not-done' ? { type: 'gone' } : found));
}

function askedLeg(call: CallRow, { id: legId, kind, label, phoneNumber, createdAt }: LegRow): AskedLeg {
  const { id: callId, conferenceName } = call;
  const leg = { callId, legId, conferenceName, label };
  if (phoneNumber === null) return { type: askedWith[kind], ...leg };
  const asked = { to: phoneNumber, askedAt: createdAt.toISOString(), ...shownIn(call) };
  return { type: 'ring-telephone', ...leg, ...asked };
}

interface KnownLeg {
  readonly id: LegId;
  readonly legRef: string;
  /** Null when it is not in the conference, or the carrier does not say who is. */
  readonly found: PresentLeg | null;
}

async function compareLeg(
  { id: callId, conferenceRef }: CallRow,
  { id: legId, legRef, found }: KnownLeg,
  { database, legs, callLegs, legEvents, telephony, clock }: ComparisonOptions,
): Promise<void> {
  const now = await telephony.legNow(legRef);
  const event = { callId, legId, legRef, at: clock.now() };
  database.transaction(() => {
    if (now.type === 'ringing') legEvents.legRinging(event);
    if (now.type === 'up' && found === null) legEvents.legAnswered(event);
    if (now.type === 'ended') legEvents.legEnded({ ...event, ...now });
    if (conferenceRef === null || found === null) return;
    legEvents.legJoined({ ...event, conferenceRef, muted: found.muted, onHold: found.onHold });
    const leg = legs.find(legId);
    if (leg?.state === 'in-conference') callLegs.insist(leg, found);
  });
}
