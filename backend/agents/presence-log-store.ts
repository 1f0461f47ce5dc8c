import { and, asc, desc, eq, gte, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { presenceChanges } from '../db/schema/agents.ts';

export type PresenceChange = Omit<typeof presenceChanges.$inferSelect, 'id'>;

/** Every change of everybody's presence. Rows are only added. */
export interface PresenceLog {
  append(change: PresenceChange): void;
  /** Null before the first. */
  lastOf(agentId: AgentId): PresenceChange | null;
  /** When an agent was last made busy for not answering, or somebody chose that they are available; null: never. */
  lastJudgedPresent(agentId: AgentId): Date | null;
  /** From the one that held at `from` until before `to`, oldest first. */
  within(agentId: AgentId, from: Date, to: Date): readonly PresenceChange[];
  /** From `from` until before `to`, the newest first. */
  newestWithin(agentId: AgentId, period: BoundedPeriod): readonly PresenceChange[];
}

interface BoundedPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
}

export function createPresenceLogStore({ query }: Database): PresenceLog {
  const last = query
    .select()
    .from(presenceChanges)
    .where(eq(presenceChanges.agentId, sql.placeholder('agentId')))
    .orderBy(desc(presenceChanges.at), desc(presenceChanges.id))
    .limit(1)
    .prepare();

  const judged = query
    .select({ at: presenceChanges.at })
    .from(presenceChanges)
    .where(
      and(
        eq(presenceChanges.agentId, sql.placeholder('agentId')),
        or(
          eq(presenceChanges.reason, 'unanswered'),
          and(eq(presenceChanges.to, 'available'), isNotNull(presenceChanges.by)),
        ),
      ),
    )
    .orderBy(desc(presenceChanges.at), desc(presenceChanges.id))
    .limit(1)
    .prepare();

  return {
    append(change) {
      query.insert(presenceChanges).values(change).run();
    },
    lastOf: (agentId) => last.get({ agentId }) ?? null,
    lastJudgedPresent: (agentId) => judged.get({ agentId })?.at ?? null,
    within(agentId, from, to) {
      const before = query
        .select()
        .from(presenceChanges)
        .where(and(eq(presenceChanges.agentId, agentId), lt(presenceChanges.at, from)))
        .orderBy(desc(presenceChanges.at), desc(presenceChanges.id))
        .limit(1)
        .all();
      const during = query
        .select()
        .from(presenceChanges)
        .where(isWithin(agentId, from, to))
        .orderBy(asc(presenceChanges.at), asc(presenceChanges.id))
        .all();
      return [...before, ...during];
    },
    newestWithin: (agentId, { from, to, limit }) =>
      query
        .select()
        .from(presenceChanges)
        .where(isWithin(agentId, from, to))
        .orderBy(desc(presenceChanges.at), desc(presenceChanges.id))
        .limit(limit)
        .all(),
  };
}

function isWithin(agentId: AgentId, from: Date, to: Date) {
  return and(eq(presenceChanges.agentId, agentId), gte(presenceChanges.at, from), lt(presenceChanges.at, to));
}
