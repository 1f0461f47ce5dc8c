import type { LegId } from '../contract/ids.ts';
import type { CallRow } from './call-store.ts';
import type { LegRow } from './leg-store.ts';

export interface ConfirmedLeg {
  readonly legId: LegId;
  readonly conferenceRef: string;
  readonly legRef: string;
}

/** The leg by the carrier's ids; null while the carrier has not told them. */
export function confirmedLeg(leg: LegRow, call: CallRow | null): ConfirmedLeg | null {
  const conferenceRef = call?.conferenceRef ?? null;
  if (conferenceRef === null || leg.carrierRef === null) return null;
  return { legId: leg.id, conferenceRef, legRef: leg.carrierRef };
}
