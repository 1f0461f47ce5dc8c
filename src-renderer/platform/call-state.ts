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

/** The agent's own, handed to the agent, or with the agent in it. */
export function concerns(call: CallSession, agentId: AgentId): boolean {
  return (
    agentOf(call)?.id === agentId || call.handoff?.agent?.id === agentId || legOf(call, agentId) !== null
  );
}

/** Whose work the call is: with a customer whom nobody owns, that of whoever started it. */
export function agentOf({ owner, startedBy }: CallSession): CallSession['owner'] {
  return owner ?? startedBy;
}

/** Nobody else may hang up on the customer; the server has the same rule. */
export function mayEnd(call: CallSession, { agentId, role }: Pick<AgentStatus, 'agentId' | 'role'>): boolean {
  return (
    role === 'admin' ||
    call.owner?.id === agentId ||
    call.startedBy?.id === agentId ||
    legOf(call, agentId) !== null
  );
}

/** Over, the agent's, and its result is still a draft. */
export function isUnconfirmed(call: CallSession, agentId: AgentId): boolean {
  return isOver(call.status) && !call.resultConfirmed && call.result !== null && concerns(call, agentId);
}

/** Since when the agent who talks with the customer has had them on hold; null while they talk. */
export function heldSince({ participants }: CallSession): string | null {
  return participants.find(({ kind, state }) => kind === 'customer' && state !== 'left')?.heldSince ?? null;
}

/** The names of those who talk with the customer, but for the agent. */
export function companionsOf({ participants }: CallSession, agentId: AgentId): readonly string[] {
  return participants.flatMap(({ kind, state, mutedByUs, agent }) =>
    kind === 'agent' && state === 'in-conference' && !mutedByUs && agent !== null && agent.id !== agentId
      ? [agent.name]
      : [],
  );
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

/** A customer for whom a human is being looked for now: because they wait already, or because an agent is to be there in time. */
export function needsHuman({ status, handoff }: CallSession): boolean {
  if (isOver(status)) return false;
  const asked =
    handoff?.status === 'offering' && handoff.offers.some(({ status: offer }) => offer === 'open');
  return asked || status === 'transferring';
}

/** In the conference, muted, while the customer is still on hold. */
export function isOnStandby(call: CallSession, agentId: AgentId): boolean {
  return call.handoff?.status === 'standby' && call.handoff.agent?.id === agentId;
}
