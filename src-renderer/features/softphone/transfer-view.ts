import type { CallSession } from '../../../backend/contract/calls.ts';
import type { Handoff } from '../../../backend/contract/handoffs.ts';
import type { AgentId, LegId } from '../../../backend/contract/ids.ts';
import { companionsOf, heldSince as heldSinceOf } from '../../platform/call-state.ts';

/** What the agent on a leg can do with the customer. `name` is a colleague's, `heldSince` an instant, null when not on hold. */
export type TransferView =
  /** The agent does not talk with the customer. */
  | { readonly type: 'none' }
  | {
      readonly type: 'talking';
      readonly me: AgentId;
      readonly heldSince: string | null;
      /** The colleagues who talk, too. */
      readonly companions: readonly string[];
      readonly failed: FailedTransfer | null;
    }
  /** The agent's warm transfer: the colleague is being rung. */
  | { readonly type: 'asking'; readonly name: string; readonly heldSince: string | null }
  /** The agent's warm transfer: the colleague is there. */
  | { readonly type: 'consulting'; readonly name: string; readonly heldSince: string | null }
  /** A colleague's warm transfer to the agent. */
  | { readonly type: 'consulted'; readonly name: string; readonly heldSince: string | null };

/** Why the agent still has the customer. */
export interface FailedTransfer {
  readonly how: 'declined' | 'unanswered';
  readonly name: string;
}

export function transferView(call: CallSession | null, legId: LegId | null): TransferView {
  const me = call?.participants.find((one) => one.legId === legId)?.agent?.id;
  if (call?.status !== 'human-connected' || me === undefined) return { type: 'none' };
  const heldSince = heldSinceOf(call);
  const { handoff } = call;
  if (handoff?.transfer?.mode === 'warm' && handoff.endedAt === null) {
    const { by } = handoff.transfer;
    const isThere = handoff.status === 'consulting';
    if (isThere && handoff.agent?.id === me) return { type: 'consulted', name: by.name, heldSince };
    if (isThere && by.id === me) return { type: 'consulting', name: handoff.agent?.name ?? '', heldSince };
    if (isOnTheWay(handoff) && by.id === me) return { type: 'asking', name: askedIn(handoff), heldSince };
  }
  const companions = companionsOf(call, me);
  return { type: 'talking', me, heldSince, companions, failed: failureOf(call, me, heldSince) };
}

function isOnTheWay({ status }: Handoff): boolean {
  return status === 'offering' || status === 'joining';
}

function askedIn({ agent, offers }: Handoff): string {
  return agent?.name ?? offers.at(-1)?.agent.name ?? '';
}

/** Told until the agent talks with the customer again. */
function failureOf({ handoff }: CallSession, me: AgentId, heldSince: string | null): FailedTransfer | null {
  if (heldSince === null || handoff?.status !== 'withdrawn' || handoff.transfer?.by.id !== me) return null;
  const asked = handoff.offers.at(-1);
  if (asked?.status === 'declined') return { how: 'declined', name: asked.agent.name };
  return asked?.status === 'expired' ? { how: 'unanswered', name: asked.agent.name } : null;
}
