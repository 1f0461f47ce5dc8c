import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { isOfferedTo, isOnStandby, isOver } from '../../platform/call-state.ts';

/** What a call's handoff means to one agent. `name` is the colleague's who is being asked. */
export type HandoffStanding =
  | { readonly type: 'offered-to-me' }
  | { readonly type: 'standing-by' }
  | { readonly type: 'offered'; readonly name: string }
  | { readonly type: 'other' };

export function handoffStanding(call: CallSession, me: AgentId): HandoffStanding {
  if (isOver(call.status)) return { type: 'other' };
  if (isOfferedTo(call, me)) return { type: 'offered-to-me' };
  if (isOnStandby(call, me)) return { type: 'standing-by' };
  const asked = call.handoff?.offers.find(({ status }) => status === 'open');
  return call.handoff?.status === 'offering' && asked !== undefined
    ? { type: 'offered', name: asked.agent.name }
    : { type: 'other' };
}
