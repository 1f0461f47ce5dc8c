import type { PreviousCall } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { CallRow, CallStore } from './call-store.ts';

interface PreviousCallSources {
  readonly calls: Pick<CallStore, 'find'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
}

/** What there was before a call that came to us; null where nothing was, and for a call of ours. */
export function previousCallOf(
  { previousCallId }: Pick<CallRow, 'previousCallId'>,
  { calls, nameOfAgent }: PreviousCallSources,
): PreviousCall | null {
  const call = find(calls, previousCallId);
  if (call === null) return null;
  const { startedAt, direction, result, note, startedBy, ownerId } = call;
  const agentId = startedBy ?? ownerId;
  const agentName = agentId === null ? null : nameOfAgent(agentId);
  return { at: startedAt.toISOString(), direction, result, note, agentName };
}

/** Whether it is the answer to a call of ours. */
export function isCallBack(
  { previousCallId }: Pick<CallRow, 'previousCallId'>,
  calls: Pick<CallStore, 'find'>,
): boolean {
  return find(calls, previousCallId)?.direction === 'outbound';
}

function find(calls: Pick<CallStore, 'find'>, callId: CallId | null): CallRow | null {
  return callId === null ? null : calls.find(callId);
}
