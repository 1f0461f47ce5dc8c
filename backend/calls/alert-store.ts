import { and, eq, isNull } from 'drizzle-orm';
import type { Alert } from '../contract/events.ts';
import type { AlertId, CallId } from '../contract/ids.ts';
import type { LineProblem } from '../contract/telephony.ts';
import type { Database } from '../db/database.ts';
import { alerts } from '../db/schema/calls.ts';

export type AlertRow = typeof alerts.$inferSelect;

export interface AlertStore {
  insert(alert: AlertRow): void;
  /** Null for `callId`: what concerns no call in particular. */
  find(kind: Alert['kind'], callId: CallId | null): AlertRow | null;
  /** Null when none of that problem is open. */
  findProblem(problem: LineProblem): AlertRow | null;
  ofCall(callId: CallId): readonly AlertRow[];
  all(): readonly AlertRow[];
  remove(alertId: AlertId): void;
}

export function createAlertStore({ query }: Database): AlertStore {
  return {
    insert(alert) {
      query.insert(alerts).values(alert).run();
    },
    find(kind, callId) {
      const ofCall = callId === null ? isNull(alerts.callId) : eq(alerts.callId, callId);
      return (
        query
          .select()
          .from(alerts)
          .where(and(eq(alerts.kind, kind), ofCall))
          .get() ?? null
      );
    },
    findProblem: (problem) => query.select().from(alerts).where(eq(alerts.problem, problem)).get() ?? null,
    ofCall: (callId) => query.select().from(alerts).where(eq(alerts.callId, callId)).all(),
    all: () => query.select().from(alerts).all(),
    remove(alertId) {
      query.delete(alerts).where(eq(alerts.id, alertId)).run();
    },
  };
}
