import type { CallSession } from '../../../backend/contract/calls.ts';
import { folded } from '../../../backend/contract/folded.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import type { CallStatus } from '../../../backend/contract/vocabulary.ts';
import { concerns, isOver } from '../../platform/call-state.ts';
import { isPartOfNumber } from '../../platform/part-of-number.ts';
import { handoffStanding } from './handoff-standing.ts';

export type StatusFilter = 'all' | 'dialling' | 'ai-responding' | 'transferring' | 'human-connected';

export interface CallFilter {
  readonly scope: 'mine' | 'all';
  readonly status: StatusFilter;
  readonly search: string;
}

/** Whether a call is wanted in the list of this agent. */
export function matches(call: CallSession, filter: CallFilter, me: AgentId): boolean {
  if (filter.scope === 'mine' && !concerns(call, me)) return false;
  if (filter.status !== 'all' && filter.status !== filterOf(call.status)) return false;
  return contains(call, filter.search);
}

/** The calls that need this agent come first, then the customers who wait, then the oldest calls. */
export function inOrder(calls: readonly CallSession[], me: AgentId): readonly CallSession[] {
  return calls
    .filter(({ status }) => !isOver(status))
    .sort((a, b) => urgency(a, me) - urgency(b, me) || a.startedAt.localeCompare(b.startedAt));
}

/** The order that was, while somebody points at the list: ended calls keep their place, new ones come last. */
export function inHeldOrder(calls: readonly CallSession[], held: readonly CallId[]): readonly CallSession[] {
  const places = new Map(held.map((id, place) => [id, place]));
  const kept = calls.filter(({ id, status }) => places.has(id) || !isOver(status));
  return kept.sort((a, b) => (places.get(a.id) ?? held.length) - (places.get(b.id) ?? held.length));
}

function filterOf(status: CallStatus): StatusFilter | null {
  switch (status) {
    case 'initiated':
    case 'ringing':
      return 'dialling';
    case 'ai-responding':
    case 'transferring':
    case 'human-connected':
      return status;
    case 'completed':
    case 'failed':
      return null;
  }
}

function contains({ customer, owner, participants }: CallSession, search: string): boolean {
  const wanted = folded(search.trim());
  if (wanted === '' || isPartOfNumber(search, customer.phoneNumber)) return true;
  const talking = participants
    .filter(({ state }) => state === 'in-conference')
    .map(({ agent }) => agent?.name);
  const fields = [customer.company, customer.person, customer.department, owner?.name, ...talking];
  return fields.some((field) => field !== undefined && field !== null && folded(field).includes(wanted));
}

function urgency(call: CallSession, me: AgentId): number {
  switch (handoffStanding(call, me).type) {
    case 'offered-to-me':
    case 'standing-by':
      return 0;
    case 'offered':
    case 'held':
      return 1;
    case 'other':
      return call.status === 'transferring' ? 1 : 2;
  }
}
