import { and, eq, gte, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../auth/visibility.ts';
import type { HistoryFilter } from '../../contract/calls.ts';
import type { AgentId } from '../../contract/ids.ts';
import { isFound } from '../../customers/customer-search-store.ts';
import { callAgents, calls, legs } from '../../db/schema/calls.ts';

/** What a call must be, but for its agent and what was said in it. */
export function filterCondition(filter: HistoryFilter): SQL | undefined {
  const { customerId, search, from, to, campaignId, result, status } = filter;
  return and(
    customerId === undefined ? undefined : eq(calls.customerId, customerId),
    isFound(calls.customerId, search),
    from === undefined ? undefined : gte(calls.startedAt, new Date(from)),
    to === undefined ? undefined : lt(calls.startedAt, new Date(to)),
    campaignId === undefined ? undefined : eq(calls.campaignId, campaignId),
    result === undefined ? undefined : eq(calls.result, result),
    status === undefined ? undefined : eq(calls.status, status),
    durationCondition(filter),
    handedOverCondition(filter),
  );
}

/** Theirs, or they were in it. */
export function isOfAgent(agentId: AgentId): SQL {
  return sql`exists (select 1 from ${callAgents} where ${eq(callAgents.callId, calls.id)} and ${eq(callAgents.agentId, agentId)})`;
}

/** What the viewer may see (`auth/visibility.ts`). `involves`: of `calls/involvement-store.ts`. */
export function scopeCondition(scope: Scope, involves: (agentId: AgentId) => SQL): SQL | undefined {
  if (scope === 'all') return undefined;
  const { agentId } = scope;
  return or(isNull(calls.ownerId), eq(calls.ownerId, agentId), involves(agentId));
}

/** As `CallSession` tells it, in whole seconds. */
const durationSeconds = sql`case
  when ${isNull(calls.endedAt)} then null
  when ${isNull(calls.answeredAt)} then 0
  else round((${calls.endedAt} - ${calls.answeredAt}) / 1000.0) end`;

function durationCondition({ longerThan, shorterThan }: HistoryFilter): SQL | undefined {
  return and(
    longerThan === undefined ? undefined : sql`${durationSeconds} > ${longerThan}`,
    shorterThan === undefined ? undefined : sql`${durationSeconds} < ${shorterThan}`,
  );
}

function handedOverCondition({ handedOver }: HistoryFilter): SQL | undefined {
  if (handedOver === undefined) return undefined;
  const heard = and(
    eq(legs.callId, calls.id),
    eq(legs.kind, 'agent'),
    eq(legs.muted, false),
    isNotNull(legs.joinedAt),
  );
  const talked = sql`(${isNotNull(calls.answeredAt)} and exists (select 1 from ${legs} where ${heard}))`;
  return handedOver === 'yes' ? talked : not(talked);
}
