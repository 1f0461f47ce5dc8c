import { audienceOf, maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import { type AgentId, type CustomerId, type ReminderId, reminderIdSchema } from '../contract/ids.ts';
import type {
  AddReminder,
  MoveReminder,
  OpenReminder,
  Reminders,
  RemindersQuery,
} from '../contract/reminders.ts';
import type { Database } from '../db/database.ts';
import type { AuditEntry, AuditLog } from '../journal/audit-log-store.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CustomerCalls, CustomerService } from './customer-service.ts';
import type { ListedReminder, ReminderListStore, ReminderPlace } from './reminder-list-store.ts';
import type { ReminderStore } from './reminder-store.ts';

/** Who is to be called again. Throws `not-found` for what the viewer may not see, `changed-elsewhere` for what is done already. */
export interface ReminderService {
  list(viewer: Viewer, query: RemindersQuery): Reminders;
  add(viewer: Viewer, customerId: CustomerId, added: AddReminder): OpenReminder;
  move(viewer: Viewer, reminderId: ReminderId, moved: MoveReminder): OpenReminder;
  complete(viewer: Viewer, reminderId: ReminderId): OpenReminder;
  /** Takes the tick back. */
  resume(viewer: Viewer, reminderId: ReminderId): OpenReminder;
  /** Its time has come: tells the consoles, unless it was done or moved meanwhile. */
  due(reminderId: ReminderId): void;
}

interface ReminderServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly reminders: Pick<ReminderStore, 'create' | 'move' | 'complete' | 'resume'>;
  readonly list: ReminderListStore;
  readonly customerService: Pick<CustomerService, 'visible' | 'publish'>;
  readonly events: EventLog;
  readonly audit: AuditLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
  /** Customers who were never called may be left out. */
  readonly callsOf: (customerIds: readonly CustomerId[]) => ReadonlyMap<CustomerId, CustomerCalls>;
  readonly clock: Clock;
}

export function createReminderService(options: ReminderServiceOptions): ReminderService {
  const { database, reminders, list, customerService, events, audit, nameOfAgent, callsOf, clock } = options;

  function view(rows: readonly ListedReminder[]): OpenReminder[] {
    const calls = callsOf([...new Set(rows.map(({ customerId }) => customerId))]);
    return rows.map(({ agentId, dueAt, doneAt, blockedNumber, createdAt: _, ownerId: __, ...row }) => ({
      ...row,
      agent: agentId === null ? null : { id: agentId, name: nameOfAgent(agentId) },
      dueAt: dueAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
      doNotCall: blockedNumber !== null,
      activeCallId: calls.get(row.customerId)?.activeCallId ?? null,
    }));
  }

  function visible(viewer: Viewer, reminderId: ReminderId): ListedReminder {
    const listed = list.find(reminderId);
    if (listed === null || !maySee(viewer, audienceOf(listed.ownerId))) {
      throw new Refusal('not-found', 'There is no such reminder.');
    }
    return listed;
  }

  function open(viewer: Viewer, reminderId: ReminderId): ListedReminder {
    const listed = visible(viewer, reminderId);
    if (listed.doneAt !== null) throw new Refusal('changed-elsewhere', 'The reminder is done already.');
    return listed;
  }

  function changed(reminderId: ReminderId, viewer: Viewer, entry: ReminderEntry): OpenReminder {
    const listed = list.find(reminderId);
    const [reminder] = listed === null ? [] : view([listed]);
    if (reminder === undefined) throw new Error('a reminder is gone that was just changed');
    const { customerId: subjectId } = reminder;
    audit.append({ subject: 'customer', subjectId, actorId: viewer.id, ...entry });
    customerService.publish(subjectId);
    return reminder;
  }

  return {
    list(viewer, { due, whose, after, limit }) {
      const found = list.open({
        scope: scopeOf(viewer),
        agentId: whose === 'mine' || viewer.role !== 'admin' ? viewer.id : null,
        dueBy: due === 'now' ? clock.now() : null,
        after: after === undefined ? null : placeOf(after),
        limit: limit + 1,
      });
      const page = view(found.slice(0, limit));
      const last = page.at(-1);
      const more = found.length > limit && last !== undefined;
      return { reminders: page, next: more ? `${last.dueAt}~${last.id}` : null };
    },
    add: (viewer, customerId, { dueAt, note }) =>
      database.transaction(() => {
        customerService.visible(viewer, customerId);
        const about = { customerId, agentId: viewer.id, callId: null, note };
        const id = reminders.create({ ...about, dueAt: new Date(dueAt) });
        return changed(id, viewer, { action: 'reminder-added', before: null, after: { dueAt, note } });
      }),
    move: (viewer, reminderId, { dueAt, note }) =>
      database.transaction(() => {
        const before = open(viewer, reminderId);
        reminders.move(reminderId, { dueAt: new Date(dueAt), note: note ?? before.note });
        const was = { dueAt: before.dueAt.toISOString(), note: before.note };
        const after = { dueAt, note: note ?? before.note };
        return changed(reminderId, viewer, { action: 'reminder-moved', before: was, after });
      }),
    complete: (viewer, reminderId) =>
      database.transaction(() => {
        open(viewer, reminderId);
        reminders.complete(reminderId, clock.now());
        return changed(reminderId, viewer, { action: 'reminder-done', before: null, after: { reminderId } });
      }),
    resume: (viewer, reminderId) =>
      database.transaction(() => {
        visible(viewer, reminderId);
        reminders.resume(reminderId);
        return changed(reminderId, viewer, {
          action: 'reminder-reopened',
          before: null,
          after: { reminderId },
        });
      }),
    due(reminderId) {
      const listed = list.find(reminderId);
      if (listed === null || listed.doneAt !== null || listed.dueAt > clock.now()) return;
      const { id, customerId, company, note, dueAt, agentId, ownerId } = listed;
      const reminder = { id, customerId, company, note, dueAt: dueAt.toISOString() };
      const audience = agentId === null ? audienceOf(ownerId) : [agentId];
      events.append({ type: 'reminder-due', reminder }, audience);
    },
  };
}

type ReminderEntry = Pick<AuditEntry, 'before' | 'after'> & {
  readonly action: 'reminder-added' | 'reminder-moved' | 'reminder-done' | 'reminder-reopened';
};

function placeOf(cursor: string): ReminderPlace {
  const [dueAt = '', id = ''] = cursor.split('~');
  return { dueAt: new Date(dueAt), id: reminderIdSchema.parse(id) };
}
