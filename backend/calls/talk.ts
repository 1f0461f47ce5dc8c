import type { CallRow } from './call-store.ts';
import type { LegRow } from './leg-store.ts';

/** Whether whoever is on this leg could talk with the customer: in the conference, not muted, and the customer had answered. */
export function talkedOn(leg: LegRow, call: CallRow): boolean {
  return leg.kind === 'agent' && leg.joinedAt !== null && !leg.muted && call.answeredAt !== null;
}
