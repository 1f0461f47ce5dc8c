import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../auth/visibility.ts';
import type { AgentId, CustomerId, ReminderId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customers, doNotCall, reminders } from '../db/schema/customers.ts';
import type { TimelinePlace } from './customer-timeline.ts';

export type StoredReminder = typeof reminders.$inferSelect;

/** Whose customer it is about. */
export interface ListedReminder extends StoredReminder {
  readonly company: string;
  readonly person: string | null;
  readonly phoneNumber: string;
  readonly blockedNumber: string | null;
  readonly ownerId: AgentId | null;
}

export interface ReminderPlace {
  readonly dueAt: Date;
  readonly id: ReminderId;
}

interface OpenReminders {
  readonly scope: Scope;
  /** Only those that remind this agent, or everybody. */
  readonly agentId: AgentId | null;
  readonly dueBy: Date | null;
  readonly after: ReminderPlace | null;
  readonly limit: number;
}

/** Reads reminders. */
export interface ReminderListStore {
  find(reminderId: ReminderId): ListedReminder | null;
  /** What is to be done, in the order in which it is due. */
  open(request: OpenReminders): readonly ListedReminder[];
  /** Newest first. */
  ofCustomer(page: {
    readonly customerId: CustomerId;
    readonly before: TimelinePlace | null;
    readonly limit: number;
  }): readonly StoredReminder[];
}

export function createReminderListStore({ query }: Database): ReminderListStore {
  const listed = () =>
    query
      .select({
        ...getTableColumns(reminders),
        company: customers.company,
        person: customers.person,
        phoneNumber: customers.phoneNumber,
        blockedNumber: doNotCall.phoneNumber,
        ownerId: customers.ownerId,
      })
      .from(reminders)
      .innerJoin(customers, eq(customers.id, reminders.customerId))
      .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber));
  return {
    find: (reminderId) => listed().where(eq(reminders.id, reminderId)).get() ?? null,
    open: ({ scope, agentId, dueBy, after, limit }) =>
      listed()
        .where(
          and(
            isNull(reminders.doneAt),
            scope === 'all' ? undefined : or(isNull(customers.ownerId), eq(customers.ownerId, scope.agentId)),
            agentId === null ? undefined : or(isNull(reminders.agentId), eq(reminders.agentId, agentId)),
            dueBy === null ? undefined : lt(reminders.dueAt, new Date(dueBy.getTime() + 1)),
            after === null ? undefined : laterThan(after),
          ),
        )
        .orderBy(asc(reminders.dueAt), asc(reminders.id))
        .limit(limit)
        .all(),
    ofCustomer: ({ customerId, before, limit }) =>
      query
        .select()
        .from(reminders)
        .where(and(eq(reminders.customerId, customerId), before === null ? undefined : olderThan(before)))
        .orderBy(desc(reminders.createdAt), desc(reminders.id))
        .limit(limit)
        .all(),
  };
}

function laterThan({ dueAt, id }: ReminderPlace): SQL | undefined {
  return or(gt(reminders.dueAt, dueAt), and(eq(reminders.dueAt, dueAt), gt(reminders.id, id)));
}

function olderThan({ at, id }: TimelinePlace): SQL | undefined {
  const sameMoment = eq(reminders.createdAt, at);
  if (id === 'first') return lt(reminders.createdAt, at);
  if (id === 'last') return or(lt(reminders.createdAt, at), sameMoment);
  return or(lt(reminders.createdAt, at), and(sameMoment, lt(sql`${reminders.id}`, id)));
}
