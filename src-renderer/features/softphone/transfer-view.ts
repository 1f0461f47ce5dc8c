import type { CallSession } from '../../../backend/contract/calls.ts';
import type { OfferStatus } from '../../../backend/contract/handoffs.ts';
import type { AgentId, LegId } from '../../../backend/contract/ids.ts';
import { heldSince as heldSinceOf, type Talk, talkOf } from '../../platform/call-state.ts';

/** What the agent on a leg can do with the customer. `heldSince` is an instant, null when the customer is not on hold. */
export type TransferView =
  /** The agent does not talk with the customer. */
  | { readonly type: 'none' }
  | (Extract<Talk, { type: 'talking' }> & {
      readonly me: AgentId;
      readonly failed: FailedTransfer | null;
    })
  | (Exclude<Talk, { type: 'talking' }> & { readonly heldSince: string | null });

/** Why the agent still has the customer. */
export interface FailedTransfer {
  /** `gone`: the colleague accepted and did not come, or did not stay. */
  readonly how: 'declined' | 'unanswered' | 'gone';
  readonly name: string;
}

export function transferView(call: CallSession | null, legId: LegId | null): TransferView {
  const me = call?.participants.find((one) => one.legId === legId)?.agent?.id;
  if (call?.status !== 'human-connected' || me === undefined) return { type: 'none' };
  const talk = talkOf(call, me);
  return talk.type === 'talking'
    ? { ...talk, me, failed: failureOf(call, me, talk.heldSince) }
    : { ...talk, heldSince: heldSinceOf(call) };
}

/** Told until the agent talks with the customer again. */
function failureOf({ handoff }: CallSession, me: AgentId, heldSince: string | null): FailedTransfer | null {
  if (heldSince === null || handoff?.status !== 'withdrawn' || handoff.transfer?.by.id !== me) return null;
  const asked = handoff.offers.at(-1);
  if (asked === undefined || handoff.transfer.outcome === 'canceled') return null;
  return { how: howItFailed(asked.status), name: asked.agent.name };
}

function howItFailed(status: OfferStatus): FailedTransfer['how'] {
  switch (status) {
    case 'declined':
      return 'declined';
    case 'expired':
      return 'unanswered';
    case 'open':
    case 'accepted':
    case 'withdrawn':
      return 'gone';
  }
}
