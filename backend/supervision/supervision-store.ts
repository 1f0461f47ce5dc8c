import { and, asc, eq, isNull } from 'drizzle-orm';
import type { AgentId, CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { supervisions } from '../db/schema/supervisions.ts';

export type SupervisionRow = typeof supervisions.$inferSelect;

export interface SupervisionStore {
  /** The database refuses a second one that is open, of the call or of the supervisor. */
  insert(
    supervision: Pick<
      SupervisionRow,
      'legId' | 'callId' | 'supervisorId' | 'clientId' | 'mode' | 'startedAt'
    >,
  ): void;
  find(legId: LegId): SupervisionRow | null;
  update(
    legId: LegId,
    changes: Partial<Pick<SupervisionRow, 'mode' | 'joinedAt' | 'endedAt' | 'endReason'>>,
  ): void;
  openOfCall(callId: CallId): SupervisionRow | null;
  openOfSupervisor(supervisorId: AgentId): SupervisionRow | null;
  /** Oldest first. */
  open(): readonly SupervisionRow[];
}

export function createSupervisionStore({ query }: Database): SupervisionStore {
  const isOpen = isNull(supervisions.endedAt);
  const select = () => query.select().from(supervisions);
  return {
    insert(supervision) {
      query.insert(supervisions).values(supervision).run();
    },
    find: (legId) => select().where(eq(supervisions.legId, legId)).get() ?? null,
    update(legId, changes) {
      query.update(supervisions).set(changes).where(eq(supervisions.legId, legId)).run();
    },
    openOfCall: (callId) =>
      select()
        .where(and(eq(supervisions.callId, callId), isOpen))
        .get() ?? null,
    openOfSupervisor: (supervisorId) =>
      select()
        .where(and(eq(supervisions.supervisorId, supervisorId), isOpen))
        .get() ?? null,
    open: () => select().where(isOpen).orderBy(asc(supervisions.startedAt)).all(),
  };
}
