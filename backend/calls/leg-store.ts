import { and, asc, count, eq, ne, sql } from 'drizzle-orm';
import type { AgentId, CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { legs } from '../db/schema/calls.ts';

export type LegRow = typeof legs.$inferSelect;
type LegChanges = Partial<
  Pick<
    LegRow,
    | 'kind'
    | 'agentId'
    | 'coachedLegId'
    | 'carrierRef'
    | 'state'
    | 'muted'
    | 'onHold'
    | 'heldSince'
    | 'holds'
    | 'answeredAt'
    | 'joinedAt'
    | 'leftAt'
    | 'billedSeconds'
  >
>;

export interface LegStore {
  insert(leg: typeof legs.$inferInsert): void;
  find(legId: LegId): LegRow | null;
  byLabel(callId: CallId, label: string): LegRow | null;
  ofCall(callId: CallId): readonly LegRow[];
  /** Those of an agent's own telephone, oldest first. */
  withNumber(phoneNumber: string): readonly LegRow[];
  /** The agent's legs that are on their way or in a conference. */
  presentOfAgent(agentId: AgentId): readonly LegRow[];
  update(legId: LegId, changes: LegChanges): void;
  countOfKind(callId: CallId, kind: LegRow['kind']): number;
}

export function createLegStore({ query }: Database): LegStore {
  const byId = query
    .select()
    .from(legs)
    .where(eq(legs.id, sql.placeholder('id')))
    .prepare();
  const byCall = query
    .select()
    .from(legs)
    .where(eq(legs.callId, sql.placeholder('callId')))
    .orderBy(asc(legs.createdAt))
    .prepare();

  return {
    insert(leg) {
      query.insert(legs).values(leg).run();
    },
    find: (legId) => byId.get({ id: legId }) ?? null,
    byLabel: (callId, label) =>
      query
        .select()
        .from(legs)
        .where(and(eq(legs.callId, callId), eq(legs.label, label)))
        .get() ?? null,
    ofCall: (callId) => byCall.all({ callId }),
    withNumber: (phoneNumber) =>
      query.select().from(legs).where(eq(legs.phoneNumber, phoneNumber)).orderBy(asc(legs.createdAt)).all(),
    presentOfAgent: (agentId) =>
      query
        .select()
        .from(legs)
        .where(and(eq(legs.agentId, agentId), ne(legs.state, 'left')))
        .all(),
    update(legId, changes) {
      query.update(legs).set(changes).where(eq(legs.id, legId)).run();
    },
    countOfKind(callId, kind) {
      const row = query
        .select({ count: count() })
        .from(legs)
        .where(and(eq(legs.callId, callId), eq(legs.kind, kind)))
        .get();
      return row?.count ?? 0;
    },
  };
}
