import { and, eq, gt, sql } from 'drizzle-orm';
import { agentIdSchema } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { session, user } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Viewer } from './visibility.ts';

export interface SessionStore {
  /** Whose session it is, in the role they have now; null when it is over. */
  viewerOf(sessionId: string): Viewer | null;
}

export function createSessionStore({ query }: Database, clock: Clock): SessionStore {
  const holder = query
    .select({ id: user.id, role: user.role })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.id, sql.placeholder('id')), gt(session.expiresAt, sql.placeholder('now'))))
    .prepare();

  return {
    viewerOf(sessionId) {
      const row = holder.get({ id: sessionId, now: clock.now().getTime() });
      return row ? { id: agentIdSchema.parse(row.id), role: row.role } : null;
    },
  };
}
