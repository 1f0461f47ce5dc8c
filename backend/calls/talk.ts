import type { LegId } from '../contract/ids.ts';
import type { CallRow } from './call-store.ts';
import type { LegRow } from './leg-store.ts';

/** Whether whoever is on this leg is an agent who is heard in the conference now. */
export function isHeard({ kind, state, muted }: LegRow): boolean {
  return kind === 'agent' && state === 'in-conference' && !muted;
}

/** Whether whoever is on this leg is a supervisor whom the customer hears. */
export function bargesIn({ kind, state, muted, coachedLegId }: LegRow): boolean {
  return kind === 'supervisor' && state === 'in-conference' && !muted && coachedLegId === null;
}

/** The agents who are heard on the call, but for whoever is on `legId`. */
export function othersHeard(legs: readonly LegRow[], legId: LegId): readonly LegRow[] {
  return legs.filter((leg) => leg.id !== legId && isHeard(leg));
}

/** Whether whoever is on this leg could talk with the customer: in the conference, not muted, and the customer had answered. */
export function talkedOn(leg: LegRow, call: CallRow): boolean {
  return leg.kind === 'agent' && leg.joinedAt !== null && !leg.muted && call.answeredAt !== null;
}

export function humanTalked(legs: readonly LegRow[], call: CallRow): boolean {
  return legs.some((leg) => talkedOn(leg, call));
}
