import type { CallId, LegId } from '../contract/ids.ts';
import type { HandoffStore } from './handoff-store.ts';

/** The leg of the colleague to whom the call is being transferred: they may talk with the agent, and the customer is not theirs yet. */
export function legOfTransfer(handoffs: Pick<HandoffStore, 'openOfCall'>, callId: CallId): LegId | null {
  const open = handoffs.openOfCall(callId);
  return open === null || open.transferredBy === null || open.status === 'connected' ? null : open.legId;
}
