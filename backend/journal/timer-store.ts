import { and, asc, eq, lte, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  agentIdSchema,
  callIdSchema,
  handoffIdSchema,
  offerIdSchema,
  reminderIdSchema,
} from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { timers } from '../db/schema/journal.ts';

/** What a timer says when it is due. */
export const timerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('offer-expired'), offerId: offerIdSchema }),
  z.object({ type: z.literal('handoff-gave-up'), handoffId: handoffIdSchema }),
  z.object({ type: z.literal('agent-arrival-overdue'), handoffId: handoffIdSchema, attempt: z.int() }),
  z.object({ type: z.literal('customer-left-alone'), callId: callIdSchema }),
  z.object({ type: z.literal('arrival-overdue'), callId: callIdSchema }),
  z.object({ type: z.literal('wrap-up-over'), agentId: agentIdSchema }),
  z.object({ type: z.literal('reminder-due'), reminderId: reminderIdSchema }),
  z.object({ type: z.literal('recording-due'), callId: callIdSchema, attempt: z.int().nonnegative() }),
  z.object({ type: z.literal('test-recordings-due'), legRef: z.string(), attempt: z.int().nonnegative() }),
]);
export type TimerEvent = z.infer<typeof timerEventSchema>;

/** Timers that outlive the process: set and canceled in the transaction that wants them. */
export interface Timers {
  /** Setting the same key again moves it. */
  set(key: string, dueAt: Date, event: TimerEvent): void;
  cancel(key: string): void;
  /** Null when it is not set. */
  dueAt(key: string): Date | null;
}

export interface DueTimer {
  readonly id: number;
  /** A `TimerEvent`, to be parsed where one that cannot be read stops nobody else. */
  readonly event: unknown;
}

export interface TimerQueue {
  due(now: Date): readonly DueTimer[];
  nextDueAt(): Date | null;
  postpone(id: number, until: Date): void;
  /** Takes it if it is still due at `now`: false when it was taken, canceled or moved meanwhile. */
  take(id: number, now: Date): boolean;
}

export function createTimerStore(database: Database): Timers & TimerQueue {
  const { query } = database;
  const upsert = query
    .insert(timers)
    .values({ key: sql.placeholder('key'), dueAt: sql.placeholder('dueAt'), event: sql.placeholder('event') })
    .onConflictDoUpdate({
      target: timers.key,
      set: { dueAt: sql`excluded.due_at`, event: sql`excluded.event` },
    })
    .prepare();
  const byKey = query
    .select({ dueAt: timers.dueAt })
    .from(timers)
    .where(eq(timers.key, sql.placeholder('key')))
    .prepare();
  const removeByKey = query
    .delete(timers)
    .where(eq(timers.key, sql.placeholder('key')))
    .prepare();
  const removeDue = query
    .delete(timers)
    .where(and(eq(timers.id, sql.placeholder('id')), lte(timers.dueAt, sql.placeholder('now'))))
    .prepare();
  const dueRows = query
    .select({ id: timers.id, event: timers.event })
    .from(timers)
    .where(lte(timers.dueAt, sql.placeholder('now')))
    .orderBy(asc(timers.dueAt))
    .prepare();
  const earliest = query
    .select({ dueAt: min(timers.dueAt) })
    .from(timers)
    .prepare();

  return {
    set(key, dueAt, event) {
      upsert.run({ key, dueAt, event });
    },
    cancel(key) {
      removeByKey.run({ key });
    },
    dueAt: (key) => byKey.get({ key })?.dueAt ?? null,
    due(now) {
      return dueRows.all({ now: now.getTime() });
    },
    nextDueAt() {
      return earliest.get()?.dueAt ?? null;
    },
    postpone(id, until) {
      query.update(timers).set({ dueAt: until }).where(eq(timers.id, id)).run();
    },
    take(id, now) {
      return removeDue.run({ id, now: now.getTime() }).changes === 1;
    },
  };
}
