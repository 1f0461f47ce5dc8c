import { and, eq, inArray, isNull, lte, min } from 'drizzle-orm';
import type { AgentId, CallId, CustomerId, ReminderId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { reminders } from '../db/schema/customers.ts';
import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';

export interface NewReminder {
  readonly customerId: CustomerId;
  /** Whom it reminds; null for everybody who may see the customer. */
  readonly agentId: AgentId | null;
  /** Null for one made by hand. */
  readonly callId: CallId | null;
  readonly dueAt: Date;
  readonly note: string;
}

export interface ReminderStore {
  /** Tells when it is due, too: with a timer that outlives the process. */
  create(reminder: NewReminder): ReminderId;
  /** To another time, at which it is told of again. */
  move(reminderId: ReminderId, change: Pick<NewReminder, 'dueAt' | 'note'>): void;
  complete(reminderId: ReminderId, at: Date): void;
  /** Makes one open again; it is told of at its time, if that is still to come. */
  resume(reminderId: ReminderId): void;
  /** Takes back the open reminders that a call led to. */
  withdraw(callId: CallId): void;
  /** Ticks off what was due for a customer when a call with them ended. */
  completeDue(customerId: CustomerId, endedAt: Date): void;
  /** Ticks off also what is due later: the customer is not to be called again. */
  completeAll(customerId: CustomerId, endedAt: Date): void;
  /** Makes open again what the call that ended then had ticked off. */
  reopen(customerId: CustomerId, endedAt: Date): void;
  /** When each of them is to be called next; customers without a reminder are left out. */
  nextOf(customerIds: readonly CustomerId[]): ReadonlyMap<CustomerId, Date>;
}

interface ReminderStoreOptions {
  readonly database: Database;
  readonly timers: Pick<Timers, 'set'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

export function createReminderStore({ database, timers, ids, clock }: ReminderStoreOptions): ReminderStore {
  const { query } = database;
  const openOf = (customerId: CustomerId) =>
    and(eq(reminders.customerId, customerId), isNull(reminders.doneAt));

  function remindAt(reminderId: ReminderId, dueAt: Date): void {
    timers.set(`reminder:${reminderId}`, dueAt, { type: 'reminder-due', reminderId });
  }

  return {
    create(reminder) {
      const id = ids.reminder();
      query
        .insert(reminders)
        .values({ ...reminder, id, createdAt: clock.now() })
        .run();
      remindAt(id, reminder.dueAt);
      return id;
    },
    move(reminderId, change) {
      query.update(reminders).set(change).where(eq(reminders.id, reminderId)).run();
      remindAt(reminderId, change.dueAt);
    },
    complete(reminderId, at) {
      query.update(reminders).set({ doneAt: at }).where(eq(reminders.id, reminderId)).run();
    },
    resume(reminderId) {
      query.update(reminders).set({ doneAt: null }).where(eq(reminders.id, reminderId)).run();
    },
    withdraw(callId) {
      query
        .delete(reminders)
        .where(and(eq(reminders.callId, callId), isNull(reminders.doneAt)))
        .run();
    },
    completeDue(customerId, endedAt) {
      query
        .update(reminders)
        .set({ doneAt: endedAt })
        .where(and(openOf(customerId), lte(reminders.dueAt, endedAt)))
        .run();
    },
    completeAll(customerId, endedAt) {
      query.update(reminders).set({ doneAt: endedAt }).where(openOf(customerId)).run();
    },
    reopen(customerId, endedAt) {
      query
        .update(reminders)
        .set({ doneAt: null })
        .where(and(eq(reminders.customerId, customerId), eq(reminders.doneAt, endedAt)))
        .run();
    },
    nextOf(customerIds) {
      const rows = query
        .select({ customerId: reminders.customerId, dueAt: min(reminders.dueAt) })
        .from(reminders)
        .where(and(inArray(reminders.customerId, [...customerIds]), isNull(reminders.doneAt)))
        .groupBy(reminders.customerId)
        .all();
      return new Map(rows.flatMap(({ customerId, dueAt }) => (dueAt === null ? [] : [[customerId, dueAt]])));
    },
  };
}
