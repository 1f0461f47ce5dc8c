import type { CallId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffRow } from './handoff-store.ts';

type Want = Pick<HandoffRow, 'urgency' | 'reason' | 'floorFree' | 'requestedBy'> &
  Partial<Pick<HandoffRow, 'transferredBy'>>;

/** A handoff before anything has come of it. */
export function newHandoff(
  callId: CallId,
  want: Want,
  { ids, clock }: { readonly ids: Ids; readonly clock: Clock },
): Omit<HandoffRow, 'status'> {
  return {
    id: ids.handoff(),
    callId,
    transferredBy: null,
    ...want,
    askerLegId: null,
    transferOutcome: null,
    connectReason: null,
    endedBecause: null,
    agentId: null,
    clientId: null,
    legId: null,
    attempt: 1,
    requestedAt: clock.now(),
    waitingSince: want.urgency === 'connect' ? clock.now() : null,
    connectedAt: null,
    endedAt: null,
  };
}
