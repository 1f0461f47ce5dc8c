import type { AgentStatus } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Caller } from './caller.ts';

/** Whoever looks. */
export type Viewer = Pick<Caller, 'id' | 'role'>;

/**
 * Who sees what, for customers and everything that hangs on them (calls, transcripts, recordings, events): an admin everything; an agent
 * their own, what nobody owns, and the calls that they are otherwise involved in (`calls/involvement-store.ts`). The lists of the stores
 * ask the same in SQL, with `Scope`. Null means everybody signed in; admins are never listed.
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

/** Whether something becomes invisible to the viewer, of which those in `audience` lose sight; an admin loses sight of nothing. */
export function losesSight(viewer: Viewer, audience: readonly AgentId[] | null): boolean {
  return viewer.role !== 'admin' && maySee(viewer, audience);
}

/** Everybody knows who is on a call; on which one, only they themselves and the admins. */
export function statusSeenBy(viewer: Viewer, status: AgentStatus): AgentStatus {
  const knowsCall = viewer.role === 'admin' || viewer.id === status.agentId;
  return knowsCall ? status : { ...status, activeCallId: null };
}

/** The same rule for lists: everything, or what this agent owns, what nobody owns and, of calls, those in which they are involved. */
export type Scope = 'all' | { readonly agentId: AgentId };

export function scopeOf(viewer: Viewer): Scope {
  return viewer.role === 'admin' ? 'all' : { agentId: viewer.id };
}
