import type { AgentStatus } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Caller } from './caller.ts';

/** Whoever looks. */
export type Viewer = Pick<Caller, 'id' | 'role'>;

/**
 * Who sees what, for customers and everything that hangs on them (calls, transcripts, recordings, events): an admin everything; an agent
 * their own, what nobody owns, and what they are otherwise involved in. The lists of the stores ask the same in SQL,
 * with `Scope`. Null means everybody signed in; admins are never listed.
 */
export function audienceOf(
  ownerId: AgentId | null,
  involved: readonly AgentId[] = [],
): readonly AgentId[] | null {
  return ownerId === null ? null : [...new Set([ownerId, ...involved])];
}

export function maySee(viewer: Viewer, audience: readonly AgentId[] | null): boolean {
  return viewer.role === 'admin' || audience === null || audience.includes(viewer.id);
}

/** Everybody knows who is on a call; on which one, only they themselves and the admins. */
export function statusSeenBy(viewer: Viewer, status: AgentStatus): AgentStatus {
  const knowsCall = viewer.role === 'admin' || viewer.id === status.agentId;
  return knowsCall ? status : { ...status, activeCallId: null };
}

/** The same rule for lists: everything, or what this agent owns and what nobody owns. */
export type Scope = 'all' | { readonly agentId: AgentId };

export function scopeOf(viewer: Viewer): Scope {
  return viewer.role === 'admin' ? 'all' : { agentId: viewer.id };
}
