import { and, asc, desc, eq, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { CallId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';

export type CallRow = typeof calls.$inferSelect;
export type NewCall = typeof calls.$inferInsert;
type CallChanges = Partial<Omit<CallRow, 'id' | 'customerId'>>;

export interface CallStore {
  insert(call: NewCall): void;
  find(callId: CallId): CallRow | null;
  byConferenceName(name: string): CallRow | null;
  update(callId: CallId, changes: CallChanges): void;
  /** Where its dialogue stands, and what the AI would note of it: written in nearly every turn. */
  follow(callId: CallId, dialogue: Pick<CallRow, 'stage' | 'note'>): void;
  open(): readonly CallRow[];
  /** Those that are open, and those that ended at `since` or later; oldest first. */
  openOrEndedSince(since: Date): readonly CallRow[];
  /** The newest one with this number, whoever rang whom. */
  lastWithNumber(phoneNumber: string): CallRow | null;
  /** Our other calls to the number of this one, from the day before it on; oldest first. */
  dialledLike(call: Pick<CallRow, 'id' | 'phoneNumber' | 'startedAt'>): readonly CallRow[];
  openOfCustomer(customerId: CustomerId): CallRow | null;
  /** Whoever rang whom. */
  openWithNumber(phoneNumber: string): readonly CallRow[];
  lastOfCustomers(customerIds: readonly CustomerId[]): readonly CallRow[];
  openOfCustomers(customerIds: readonly CustomerId[]): readonly CallRow[];
}

const dayMs = 24 * 60 * 60 * 1_000;

export function createCallStore({ query }: Database): CallStore {
  const byId = query
    .select()
    .from(calls)
    .where(eq(calls.id, sql.placeholder('id')))
    .prepare();
  const followed = query
    .update(calls)
    .set({ stage: sql`${sql.placeholder('stage')}`, note: sql`${sql.placeholder('note')}` })
    .where(eq(calls.id, sql.placeholder('id')))
    .prepare();

  return {
    insert(call) {
      query.insert(calls).values(call).run();
    },
    find: (callId) => byId.get({ id: callId }) ?? null,
    byConferenceName: (name) =>
      query.select().from(calls).where(eq(calls.conferenceName, name)).get() ?? null,
    update(callId, changes) {
      query.update(calls).set(changes).where(eq(calls.id, callId)).run();
    },
    follow(callId, dialogue) {
      followed.run({ ...dialogue, id: callId });
    },
    open: () => query.select().from(calls).where(isNull(calls.endedAt)).orderBy(asc(calls.startedAt)).all(),
    openOrEndedSince: (since) =>
      query
        .select()
        .from(calls)
        .where(or(isNull(calls.endedAt), gte(calls.endedAt, since)))
        .orderBy(asc(calls.startedAt))
        .all(),
    lastWithNumber: (phoneNumber) =>
      query
        .select()
        .from(calls)
        .where(eq(calls.phoneNumber, phoneNumber))
        .orderBy(desc(calls.startedAt))
        .limit(1)
        .get() ?? null,
    dialledLike({ id, phoneNumber, startedAt }) {
      const since = gte(calls.startedAt, new Date(startedAt.getTime() - dayMs));
      const like = and(eq(calls.phoneNumber, phoneNumber), eq(calls.direction, 'outbound'), since);
      return query
        .select()
        .from(calls)
        .where(and(like, ne(calls.id, id)))
        .orderBy(asc(calls.startedAt))
        .all();
    },
    openOfCustomer(customerId) {
      const open = and(eq(calls.customerId, customerId), isNull(calls.endedAt));
      return query.select().from(calls).where(open).get() ?? null;
    },
    openWithNumber: (phoneNumber) =>
      query
        .select()
        .from(calls)
        .where(and(eq(calls.phoneNumber, phoneNumber), isNull(calls.endedAt)))
        .all(),
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
