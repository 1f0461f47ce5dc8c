import type { CallSession } from '../../../backend/contract/calls.ts';
import { folded } from '../../../backend/contract/folded.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import type { CallStatus } from '../../../backend/contract/vocabulary.ts';
import { concerns, isOver, needsHuman } from '../../platform/call-state.ts';
import { isPartOfNumber } from '../../platform/part-of-number.ts';

export type WallStatus = 'all' | 'dialling' | 'ai-responding' | 'transferring' | 'human-connected';

export interface WallFilter {
  readonly status: WallStatus;
  /** `none`: calls of which no agent has any part. */
  readonly agent: AgentId | 'all' | 'none';
  /** Part of the company, of the person, of the agent, of the number or of what was said. */
  readonly search: string;
}

export const everything: WallFilter = { status: 'all', agent: 'all', search: '' };

/** The calls in progress that are wanted: customers who wait for a human first, then the oldest. `saying`: in which the search was said, as far as is known. */
export function wantedCalls(
  calls: readonly CallSession[],
  filter: WallFilter,
  saying: ReadonlySet<CallId>,
): readonly CallSession[] {
  const words = folded(filter.search.trim());
  const wanted = calls.filter(
    (call) =>
      hasStatus(call, filter.status) &&
      isOf(call, filter.agent) &&
      (contains(call, words) || saying.has(call.id)),
  );
  const waits = new Set(wanted.filter(needsHuman));
  return wanted.sort((a, b) => Number(waits.has(b)) - Number(waits.has(a)) || byStart(a, b));
}

/** Who talks with the customer, else whose customer it is. */
export function agentNameOf({ participants, owner }: CallSession): string | null {
  const talking = participants.find(
    ({ kind, state, agent }) => kind === 'agent' && state === 'in-conference' && agent !== null,
  );
  return talking?.agent?.name ?? owner?.name ?? null;
}

const statuses: Record<CallStatus, WallStatus | null> = {
  initiated: 'dialling',
  ringing: 'dialling',
  'ai-responding': 'ai-responding',
  transferring: 'transferring',
  'human-connected': 'human-connected',
  completed: null,
  failed: null,
};

function hasStatus({ status }: CallSession, wanted: WallStatus): boolean {
  return wanted === 'all' ? !isOver(status) : statuses[status] === wanted;
}

function isOf(call: CallSession, agent: WallFilter['agent']): boolean {
  if (agent === 'all') return true;
  return agent === 'none' ? agentNameOf(call) === null : concerns(call, agent);
}

function contains(call: CallSession, words: string): boolean {
  const { customer, lastTurn } = call;
  if (words === '' || isPartOfNumber(words, customer.phoneNumber)) return true;
  const fields = [customer.company, customer.person, customer.department, agentNameOf(call), lastTurn?.text];
  return fields.some((field) => field !== undefined && field !== null && folded(field).includes(words));
}

/** Not by `localeCompare`, which takes a hundred times as long for five hundred calls. */
function byStart(a: CallSession, b: CallSession): number {
  if (a.startedAt === b.startedAt) return 0;
  return a.startedAt < b.startedAt ? -1 : 1;
}
