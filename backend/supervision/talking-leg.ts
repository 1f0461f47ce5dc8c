import type { LegRow } from '../calls/leg-store.ts';
import { isHeard } from '../calls/talk.ts';
import type { LegId } from '../contract/ids.ts';

/** Of the agent who talks with the customer, of several the one who came first; null when there is none. */
export function talkingLeg(legs: readonly LegRow[]): LegId | null {
  const talking = legs.filter(isHeard).toSorted((one, other) => joinedAt(one) - joinedAt(other));
  return talking[0]?.id ?? null;
}

function joinedAt(leg: LegRow): number {
  return leg.joinedAt?.getTime() ?? 0;
}
