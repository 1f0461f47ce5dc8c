import type { AgentStatus } from '../../backend/contract/agents.ts';
import type { CallSession, Participant } from '../../backend/contract/calls.ts';
import type { Handoff } from '../../backend/contract/handoffs.ts';
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
    (isHeard(legOf(call, agentId)) && !isAsked(call.handoff, agentId))
  );
}

/** Theirs whose work the call is, and theirs who talked with the customer last; not a colleague's who was only consulted. */
export function isResultOf(call: CallSession, agentId: AgentId): boolean {
  return agentOf(call)?.id === agentId || (call.handoff !== null && leftItTo(call.handoff, agentId));
}

/** Over, the agent's, and its result is still a draft. */
export function isUnconfirmed(call: CallSession, agentId: AgentId): boolean {
  return isOver(call.status) && !call.resultConfirmed && call.result !== null && isResultOf(call, agentId);
}

/** Since when the agent who talks with the customer has had them on hold; null while they talk. */
export function heldSince({ participants }: CallSession): string | null {
  return participants.find(({ kind, state }) => kind === 'customer' && state !== 'left')?.heldSince ?? null;
}

/** What an agent who is on a call with a human has of it. `name` is a colleague's. */
export type Talk =
  /** The agent's warm transfer: the colleague is being rung. */
  | { readonly type: 'asking'; readonly name: string }
  /** The agent's warm transfer: the colleague is there. */
  | { readonly type: 'consulting'; readonly name: string }
  /** A colleague's warm transfer to the agent, who is there or on the way. */
  | { readonly type: 'consulted'; readonly name: string }
  /** Another agent who talks, too, is transferring the customer, who is on hold: one can wait, or go. */
  | { readonly type: 'beside'; readonly name: string }
  /** `heldSince`: null while the customer hears them; `companions`: the colleagues who talk, too. */
  | {
      readonly type: 'talking';
      readonly heldSince: string | null;
      readonly companions: readonly string[];
    };

export function talkOf(call: CallSession, me: AgentId): Talk {
  const { handoff } = call;
  const by = handoff?.transfer?.by;
  if (isAsked(handoff, me)) return { type: 'consulted', name: by?.name ?? '' };
  if (handoff?.transfer?.mode === 'warm' && by?.id === me) {
    const name = handoff.agent?.name ?? handoff.offers.at(-1)?.agent.name ?? '';
    if (handoff.status === 'consulting') return { type: 'consulting', name };
    if (handoff.status === 'offering' || handoff.status === 'joining') return { type: 'asking', name };
  }
  if (isTransferring(handoff)) return { type: 'beside', name: by?.name ?? '' };
  return { type: 'talking', heldSince: heldSince(call), companions: companionsOf(call, me) };
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

/**
 * A customer for whom a human is being looked for now: because they wait already, or because an agent is to be there in time. Not one whom an
 * agent has, and wants to hand to a colleague.
 */
export function needsHuman({ status, handoff }: CallSession): boolean {
  if (isOver(status) || status === 'human-connected') return false;
  const asked =
    handoff?.status === 'offering' && handoff.offers.some(({ status: offer }) => offer === 'open');
  return asked || status === 'transferring';
}

/** In the conference, muted, while the customer is still on hold. */
export function isOnStandby(call: CallSession, agentId: AgentId): boolean {
  return call.handoff?.status === 'standby' && call.handoff.agent?.id === agentId;
}

function leftItTo({ agent, connectedAt, transfer }: Handoff, agentId: AgentId): boolean {
  const kept = transfer?.mode === 'warm' && transfer.outcome !== 'completed';
  return (kept && transfer.by.id === agentId) || (connectedAt !== null && agent?.id === agentId);
}

function isHeard(leg: Participant | null): boolean {
  return leg?.state === 'in-conference' && !leg.mutedByUs;
}

/** While it is, nobody holds the customer or begins another one; the server has the same rule. */
function isTransferring(handoff: Handoff | null): boolean {
  if (handoff === null || handoff.transfer === null) return false;
  return handoff.status === 'offering' || handoff.status === 'joining' || handoff.status === 'consulting';
}

/** The customer is not theirs yet to whom a colleague transfers them. */
function isAsked(handoff: Handoff | null, agentId: AgentId): boolean {
  if (handoff === null || handoff.transfer === null || handoff.agent?.id !== agentId) return false;
  return handoff.status === 'joining' || handoff.status === 'consulting';
}

/** The names of those who talk with the customer, but for the agent. */
function companionsOf({ participants }: CallSession, agentId: AgentId): readonly string[] {
  return participants.flatMap(({ kind, state, mutedByUs, agent }) =>
    kind === 'agent' && state === 'in-conference' && !mutedByUs && agent !== null && agent.id !== agentId
      ? [agent.name]
      : [],
  );
}
