import type { AgentId } from '../contract/ids.ts';
import type { CallNotice } from './call-notices.ts';
import type { CallRow, CallStore } from './call-store.ts';
import { wasHeldBack } from './dial-rules.ts';
import type { LegStore } from './leg-store.ts';
import { humanTalked } from './talk.ts';

interface FollowedResultOptions {
  readonly calls: Pick<CallStore, 'find'>;
  readonly legs: Pick<LegStore, 'ofCall'>;
  /** What came of it counts when a person has said so. */
  readonly onDraft: (call: CallRow) => void;
  /** The result stands as it is; nobody decided it. */
  readonly onStanding: (call: CallRow, recordedBy: AgentId | null) => void;
}

/**
 * Tells, in the transaction that found a call's result, whether it stands or is a draft: it is one where a human talked with the customer.
 * A call that was held back has none that would say anything of the customer.
 */
export function createFollowedResult(options: FollowedResultOptions): (notice: CallNotice) => void {
  const { calls, legs, onDraft, onStanding } = options;
  return (notice) => {
    if (notice.type !== 'ended' && notice.type !== 'result-proposed') return;
    const call = calls.find(notice.callId);
    if (call === null || wasHeldBack(call)) return;
    if (humanTalked(legs.ofCall(call.id), call)) onDraft(call);
    else onStanding(call, null);
  };
}
