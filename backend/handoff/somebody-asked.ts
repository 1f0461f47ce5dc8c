import type { CallId } from '../contract/ids.ts';
import type { HandoffStore } from './handoff-store.ts';

/** Whether somebody is being asked to take the call, or is on the way, and not only sought. */
export function isSomebodyAsked(
  handoffs: Pick<HandoffStore, 'openOfCall' | 'offersOf'>,
  callId: CallId,
): boolean {
  const handoff = handoffs.openOfCall(callId);
  if (handoff === null) return false;
  return (
    handoff.status !== 'offering' || handoffs.offersOf(handoff.id).some(({ status }) => status === 'open')
  );
}
