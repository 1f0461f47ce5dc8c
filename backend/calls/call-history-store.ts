import { and, desc, eq, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import type { CallRow } from './call-store.ts';
import type { HistoryPosition } from './history-cursor.ts';
import type { InvolvementStore } from './involvement-store.ts';

interface HistoryFilter {
  readonly scope: Scope;
  readonly before: HistoryPosition | null;
  readonly customerId: CustomerId | null;
  readonly limit: number;
}

/** The calls that somebody may see, newest first. */
export interface CallHistoryStore {
  page(filter: HistoryFilter): readonly CallRow[];
}

export function createCallHistoryStore(
  { query }: Database,
  { involves }: Pick<InvolvementStore, 'involves'>,
): CallHistoryStore {
  function scopeCondition(scope: Scope): SQL | undefined {
    if (scope === 'all') return undefined;
    const { agentId } = scope;
    return or(isNull(calls.ownerId), eq(calls.ownerId, agentId), involves(agentId));
  }

  return {
    page({ scope, before, customerId, limit }) {
      const conditions: (SQL | undefined)[] = [
        scopeCondition(scope),
        before === null ? undefined : startedBefore(before),
        customerId === null ? undefined : eq(calls.customerId, customerId),
      ];
      return query
        .select()
        .from(calls)
        .where(and(...conditions))
        .orderBy(desc(calls.startedAt), desc(calls.id))
        .limit(limit)
        .all();
    },
  };
}

function startedBefore({ startedAt, callId }: HistoryPosition): SQL | undefined {
  const atTheSameTime = and(eq(calls.startedAt, startedAt), lt(calls.id, callId));
  return and(lte(calls.startedAt, startedAt), or(lt(calls.startedAt, startedAt), atTheSameTime));
}
