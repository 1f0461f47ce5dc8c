import { and, count, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { CallStatus } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import { handoffs, offers } from '../db/schema/handoffs.ts';
import { carrierCommands, timers } from '../db/schema/journal.ts';

/** What there is to do at this moment. */
export interface WorkNow {
  /** Those that are on; a status without any is left out. */
  readonly calls: ReadonlyMap<CallStatus, number>;
  /** That agents have not answered yet. */
  readonly offers: number;
  /** Customers who wait for a human and have none yet. */
  readonly waiting: number;
  /** That the carrier was not told yet, or has not answered. */
  readonly commands: number;
  readonly timersOverdue: number;
}

/** Sooner no timer is late: they run in turn. */
const graceMs = 1_000;

export function createWorkNowStore({ query }: Database) {
  const number = (row: { readonly rows: number } | undefined) => row?.rows ?? 0;
  return {
    workNow(now: Date): WorkNow {
      const byStatus = query
        .select({ status: calls.status, rows: count() })
        .from(calls)
        .where(isNull(calls.endedAt))
        .groupBy(calls.status)
        .all();
      const openOffers = query
        .select({ rows: count() })
        .from(handoffs)
        .innerJoin(offers, eq(offers.handoffId, handoffs.id))
        .where(and(isNull(handoffs.endedAt), eq(offers.status, 'open')));
      const waiting = query
        .select({ rows: count() })
        .from(handoffs)
        .where(and(isNull(handoffs.endedAt), isNotNull(handoffs.waitingSince), isNull(handoffs.connectedAt)));
      const commands = query
        .select({ rows: count() })
        .from(carrierCommands)
        .where(inArray(carrierCommands.state, ['waiting', 'sent']));
      const overdue = query
        .select({ rows: count() })
        .from(timers)
        .where(lt(timers.dueAt, new Date(now.getTime() - graceMs)));
      return {
        calls: new Map(byStatus.map(({ status, rows }) => [status, rows])),
        offers: number(openOffers.get()),
        waiting: number(waiting.get()),
        commands: number(commands.get()),
        timersOverdue: number(overdue.get()),
      };
    },
  };
}
