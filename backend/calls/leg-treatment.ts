import type { Hold } from '../contract/calls.ts';
import type { CallId, LegId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import type { PresentLeg } from '../telephony/telephony.ts';
import type { CallStore } from './call-store.ts';
import { type ConfirmedLeg, confirmedLeg } from './confirmed-leg.ts';
import type { LegRow, LegStore } from './leg-store.ts';

export interface LegTreatmentOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** In which the AI talks with the customer. BCP 47 */
  readonly languageOf: (callId: CallId) => string;
}

/** Who hears a supervisor; `one` is the agent they whisper to. */
export type HeardBy =
  | { readonly type: 'nobody' }
  | { readonly type: 'everybody' }
  | { readonly type: 'one'; readonly legId: LegId };

type HeardByAtCarrier = Extract<CarrierCommand, { readonly type: 'supervise-leg' }>['heardBy'];

/** How those are treated who are in a call's conference: what the record wants, and a command to the carrier. */
export interface LegTreatment {
  setMuted(legId: LegId, muted: boolean): void;
  /** Of a supervisor, or of an agent who was one. */
  setHeardBy(legId: LegId, heardBy: HeardBy): void;
  holdCustomer(callId: CallId, onHold: boolean): void;
  /** Tells the carrier again where it treats a leg otherwise than the record wants. */
  insist(leg: LegRow, now: PresentLeg): void;
  announceToCustomer(callId: CallId, text: string): void;
  /** The customer hears this instead of a conference that does not work, and is hung up on. */
  takeLeave(callId: CallId, text: string): void;
  /** What the customer says, from their first word on, while the AI talks with them. */
  transcribeCustomer(callId: CallId): void;
  /** Once: from then on the carrier transcribes both sides. */
  transcribe(callId: CallId): void;
  /** The customer's leg, while it is in the conference. */
  presentCustomer(callId: CallId): LegRow | null;
}

export function createLegTreatment(options: LegTreatmentOptions): LegTreatment {
  const { calls, legs, outbox, clock, languageOf } = options;

  function presentCustomer(callId: CallId): LegRow | null {
    const customer = legs.ofCall(callId).find(({ kind }) => kind === 'customer');
    return customer?.state === 'in-conference' ? customer : null;
  }

  function customerAtCarrier(callId: CallId): ConfirmedLeg | null {
    const customer = presentCustomer(callId);
    return customer === null ? null : confirmedLeg(customer, calls.find(callId));
  }

  /** False while the carrier has not told its ids of the leg. */
  function tell(leg: LegRow, how: { readonly muted: boolean } | { readonly onHold: boolean }): boolean {
    const known = confirmedLeg(leg, calls.find(leg.callId));
    if (known === null) return false;
    outbox.send(
      leg.callId,
      'muted' in how
        ? { type: 'mute-leg', ...known, ...how }
        : { type: 'hold-leg', ...known, ...how, language: languageOf(leg.callId) },
    );
    return true;
  }

  /** The carrier's id of the leg that alone hears this one. */
  function coachedBy({ coachedLegId }: LegRow): string | null {
    return coachedLegId === null ? null : (legs.find(coachedLegId)?.carrierRef ?? null);
  }

  /** As its row says who is to hear it. */
  function tellHeardBy(leg: LegRow): boolean {
    const known = confirmedLeg(leg, calls.find(leg.callId));
    if (known === null) return false;
    outbox.send(leg.callId, { type: 'supervise-leg', ...known, heardBy: heardByOf(leg) });
    return true;
  }

  /** Who is to be heard by one alone is heard by nobody while the carrier has not told its id of that one. */
  function heardByOf(leg: LegRow): HeardByAtCarrier {
    const legRef = coachedBy(leg);
    if (!leg.muted && leg.coachedLegId === null) return { type: 'everybody' };
    return leg.muted || legRef === null ? { type: 'nobody' } : { type: 'one', legRef };
  }

  return {
    presentCustomer,
    setHeardBy(legId, heardBy) {
      const leg = legs.find(legId);
      if (leg === null || leg.state === 'left') return;
      const coachedLegId = heardBy.type === 'one' ? heardBy.legId : null;
      const wanted = { muted: heardBy.type === 'nobody', coachedLegId };
      if (leg.muted === wanted.muted && leg.coachedLegId === coachedLegId) return;
      if (tellHeardBy({ ...leg, ...wanted })) legs.update(legId, wanted);
    },
    setMuted(legId, muted) {
      const leg = legs.find(legId);
      if (leg === null || leg.muted === muted) return;
      if (tell(leg, { muted })) legs.update(legId, { muted });
    },
    holdCustomer(callId, onHold) {
      const customer = presentCustomer(callId);
      if (customer === null || customer.onHold === onHold) return;
      if (!tell(customer, { onHold })) return;
      const now = clock.now();
      const holds = onHold ? begunAt(customer.holds, now) : endedAt(customer.holds, now);
      legs.update(customer.id, { onHold, heldSince: onHold ? now : null, holds });
    },
    insist(leg, now) {
      if (leg.kind === 'supervisor' && (leg.muted !== now.muted || coachedBy(leg) !== now.coaches)) {
        tellHeardBy(leg);
        return;
      }
      if (leg.muted !== now.muted) tell(leg, { muted: leg.muted });
      if (leg.onHold !== now.onHold) tell(leg, { onHold: leg.onHold });
    },
    announceToCustomer(callId, text) {
      const known = customerAtCarrier(callId);
      if (known !== null) outbox.send(callId, { type: 'announce', ...known, text });
    },
    takeLeave(callId, text) {
      const customer = legs.ofCall(callId).find(({ kind, state }) => kind === 'customer' && state !== 'left');
      if (customer === undefined || customer.carrierRef === null) return;
      outbox.send(callId, { type: 'take-leave', legId: customer.id, legRef: customer.carrierRef, text });
    },
    transcribeCustomer(callId) {
      const known = customerAtCarrier(callId);
      if (known !== null) outbox.send(callId, { type: 'transcribe', callId, ...known, tracks: 'customer' });
    },
    transcribe(callId) {
      const known = customerAtCarrier(callId);
      const call = calls.find(callId);
      if (known === null || call?.transcribedSince !== null) return;
      if (call.mode === 'ai')
        outbox.send(callId, { type: 'stop-transcribing', ...known, tracks: 'customer' });
      outbox.send(callId, { type: 'transcribe', callId, ...known, tracks: 'both' });
      calls.update(callId, { transcribedSince: clock.now() });
    },
  };
}

function begunAt(holds: readonly Hold[], at: Date): readonly Hold[] {
  return [...holds, { from: at.toISOString(), until: null }];
}

function endedAt(holds: readonly Hold[], at: Date): readonly Hold[] {
  return holds.map(({ from, until }) => ({ from, until: until ?? at.toISOString() }));
}
