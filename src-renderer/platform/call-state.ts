import type { AgentStatus } from '../../backend/contract/agents.ts';
import type { CallSession, Participant } from '../../backend/contract/calls.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import type { CallStatus } from '../../backend/contract/vocabulary.ts';

export function isOver(status: CallStatus): boolean {
  return status === 'completed' || status === 'failed';
}

/** The agent's own leg in the call, else null. */
export function legOf(call: CallSession, agentId: AgentId): Participant | null {
  return (
    call.participants.find(
      ({ agent, state }) => agent?.id === agentId && (state === 'joining' || state === 'in-conference'),
    ) ?? null
  );
}

/** Owned by the agent, handed to the agent, or with the agent in it. */
export function concerns(call: CallSession, agentId: AgentId): boolean {
  return call.owner?.id === agentId || call.handoff?.agent?.id === agentId || legOf(call, agentId) !== null;
}

/** Nobody else may hang up on the customer; the server has the same rule. */
export function mayEnd(call: CallSession, { agentId, role }: Pick<AgentStatus, 'agentId' | 'role'>): boolean {
  return role === 'admin' || call.owner?.id === agentId || legOf(call, agentId) !== null;
}

/** Over, the agent's, and its result is still a draft. */
export function isUnconfirmed(call: CallSession, agentId: AgentId): boolean {
  return isOver(call.status) && !call.resultConfirmed && call.result !== null && concerns(call, agentId);
}

/** Somebody has answered, and no human is talking with them yet. */
export function awaitsHuman({ status, mode }: CallSession): boolean {
  return status === 'transferring' || (status === 'ai-responding' && mode === 'ai');
}

/** The agent is being asked now to take the call. */
export function isOfferedTo({ handoff }: CallSession, agentId: AgentId): boolean {
  return (
    handoff?.status === 'offering' &&
    handoff.offers.some(({ agent, status }) => agent.id === agentId && status === 'open')
  );
}

/** In the conference, muted, while the customer is still on hold. */
export function isOnStandby(call: CallSession, agentId: AgentId): boolean {
  return call.handoff?.status === 'standby' && call.handoff.agent?.id === agentId;
}
