import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { heldSince, isOfferedTo, isOnStandby, isOver } from '../../platform/call-state.ts';

/** What a call's handoff means to one agent. `name` is the colleague's who is being asked. */
export type HandoffStanding =
  | { readonly type: 'offered-to-me' }
  | { readonly type: 'standing-by' }
  | { readonly type: 'offered'; readonly name: string }
  /** Who talks with the customer has put them on hold. */
  | { readonly type: 'held' }
  | { readonly type: 'other' };

export function handoffStanding(call: CallSession, me: AgentId): HandoffStanding {
  if (isOver(call.status)) return { type: 'other' };
  if (isOfferedTo(call, me)) return { type: 'offered-to-me' };
  if (isOnStandby(call, me)) return { type: 'standing-by' };
  if (call.status === 'human-connected' && heldSince(call) !== null) return { type: 'held' };
  const asked = call.handoff?.offers.find(({ status }) => status === 'open');
  return call.handoff?.status === 'offering' && asked !== undefined
    ? { type: 'offered', name: asked.agent.name }
    : { type: 'other' };
}
