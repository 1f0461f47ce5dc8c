import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { CallId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import type { HistoryPosition } from './history-cursor.ts';
import { involves } from './involvement-store.ts';

export type CallRow = typeof calls.$inferSelect;
export type NewCall = typeof calls.$inferInsert;
type CallChanges = Partial<Omit<CallRow, 'id' | 'customerId'>>;

export interface HistoryFilter {
  readonly scope: Scope;
  readonly before: HistoryPosition | null;
  readonly customerId: CustomerId | null;
  readonly limit: number;
}

export interface CallStore {
  insert(call: NewCall): void;
  find(callId: CallId): CallRow | null;
  update(callId: CallId, changes: CallChanges): void;
  open(): readonly CallRow[];
  /** Those that are open, and those that ended at `since` or later; oldest first. */
  openOrEndedSince(since: Date): readonly CallRow[];
  openOfCustomer(customerId: CustomerId): CallRow | null;
  history(filter: HistoryFilter): readonly CallRow[];
  lastOfCustomers(customerIds: readonly CustomerId[]): readonly CallRow[];
  openOfCustomers(customerIds: readonly CustomerId[]): readonly CallRow[];
}

export function createCallStore({ query }: Database): CallStore {
  const byId = query
    .select()
    .from(calls)
    .where(eq(calls.id, sql.placeholder('id')))
    .prepare();

  return {
    insert(call) {
      query.insert(calls).values(call).run();
    },
    find: (callId) => byId.get({ id: callId }) ?? null,
    update(callId, changes) {
      query.update(calls).set(changes).where(eq(calls.id, callId)).run();
    },
    open: () => query.select().from(calls).where(isNull(calls.endedAt)).orderBy(asc(calls.startedAt)).all(),
    openOrEndedSince: (since) =>
      query
        .select()
        .from(calls)
        .where(or(isNull(calls.endedAt), gte(calls.endedAt, since)))
        .orderBy(asc(calls.startedAt))
        .all(),
    openOfCustomer(customerId) {
      const open = and(eq(calls.customerId, customerId), isNull(calls.endedAt));
      return query.select().from(calls).where(open).get() ?? null;
    },
    history(filter) {
      const conditions: (SQL | undefined)[] = [
        scopeCondition(filter.scope),
        filter.before === null ? undefined : startedBefore(filter.before),
        filter.customerId === null ? undefined : eq(calls.customerId, filter.customerId),
      ];
      return query
        .select()
        .from(calls)
        .where(and(...conditions))
        .orderBy(desc(calls.startedAt), desc(calls.id))
        .limit(filter.limit)
        .all();
    },
    lastOfCustomers(customerIds) {
      const newest = query
        .select({
          startedAt: sql<number>`max(${calls.startedAt})`.as('newest_start'),
          customerId: calls.customerId,
        })
        .from(calls)
        .where(inArray(calls.customerId, [...customerIds]))
        .groupBy(calls.customerId)
        .as('newest');
      return query
        .select({ call: calls })
        .from(calls)
        .innerJoin(
          newest,
          and(eq(calls.customerId, newest.customerId), sql`${calls.startedAt} = ${newest.startedAt}`),
        )
        .all()
        .map((row) => row.call);
    },
    openOfCustomers: (customerIds) =>
      query
        .select()
        .from(calls)
        .where(and(inArray(calls.customerId, [...customerIds]), isNull(calls.endedAt)))
        .all(),
  };
}

function startedBefore({ startedAt, callId }: HistoryPosition): SQL | undefined {
  const atTheSameTime = and(eq(calls.startedAt, startedAt), lt(calls.id, callId));
  return and(lte(calls.startedAt, startedAt), or(lt(calls.startedAt, startedAt), atTheSameTime));
}

function scopeCondition(scope: Scope): SQL | undefined {
  if (scope === 'all') return undefined;
  const { agentId } = scope;
  return or(isNull(calls.ownerId), eq(calls.ownerId, agentId), involves(agentId));
}
