import type { Viewer } from '../auth/visibility.ts';
import type { CallSession } from '../contract/calls.ts';
import type { Timeline, TimelineEntry } from '../contract/customer-timeline.ts';
import type { AgentId, CustomerId } from '../contract/ids.ts';
import type { AuditTrailStore, StoredEntry } from './audit-trail-store.ts';
import type { CustomerPartsStore } from './customer-parts-store.ts';
import type { CustomerService } from './customer-service.ts';
import type { ReminderListStore, StoredReminder } from './reminder-list-store.ts';

/** Where a page ended, for one kind of entry: those of the same moment come before it, do not, or do up to an id. */
export interface TimelinePlace {
  readonly at: Date;
  readonly id: 'first' | 'last' | (string & {});
}

export interface CustomerTimeline {
  /** What happened with a customer, newest first. Throws `not-found` as for the customer. */
  page(viewer: Viewer, customerId: CustomerId, request: TimelineRequest): Timeline;
}

interface TimelineRequest {
  readonly before?: string | undefined;
  readonly limit: number;
}

interface CustomerTimelineOptions {
  readonly customerService: Pick<CustomerService, 'visible'>;
  readonly parts: Pick<CustomerPartsStore, 'of'>;
  readonly trail: Pick<AuditTrailStore, 'ofCustomer'>;
  readonly reminders: Pick<ReminderListStore, 'ofCustomer'>;
  /** The calls are above this domain. Only those that the viewer may see, newest first. */
  readonly callsOf: (
    viewer: Viewer,
    customerId: CustomerId,
    page: { readonly before: TimelinePlace | null; readonly limit: number },
  ) => readonly CallSession[];
  readonly nameOfAgent: (agentId: AgentId) => string;
}

export function createCustomerTimeline(options: CustomerTimelineOptions): CustomerTimeline {
  const { customerService, parts, trail, reminders, callsOf } = options;
  const nameOf = (agentId: AgentId | null) => (agentId === null ? null : options.nameOfAgent(agentId));

  return {
    page(viewer, customerId, { before, limit }) {
      const row = customerService.visible(viewer, customerId);
      const others = parts.of([customerId]).get(customerId)?.otherNumbers ?? [];
      const place = (kind: Kind) => (before === undefined ? null : placeOf(before, kind));
      const some = { customerId, limit: limit + 1 };
      const entries = [
        ...callsOf(viewer, customerId, { before: place('call'), limit: limit + 1 }).map(callEntry),
        ...trail
          .ofCustomer({ ...some, phoneNumbers: [row.phoneNumber, ...others], before: place('audit') })
          .map((entry) => auditEntry(entry, nameOf(entry.actorId))),
        ...reminders
          .ofCustomer({ ...some, before: place('reminder') })
          .map((reminder) => reminderEntry(reminder, nameOf(reminder.agentId))),
      ].toSorted(newestFirst);
      const page = entries.slice(0, limit);
      const last = page.at(-1);
      const more = entries.length > limit && last !== undefined;
      return { entries: page, next: more ? `${last.at}~${last.key}` : null };
    },
  };
}

type Kind = 'audit' | 'call' | 'reminder';

function callEntry(call: CallSession): TimelineEntry {
  return { type: 'call', key: keyOf('call', call.id), at: call.startedAt, call };
}

function auditEntry(
  { id, at, subject, action, before, after }: StoredEntry,
  by: string | null,
): TimelineEntry {
  const isImport = action === 'imported' || action === 'import-undone';
  const type = subject === 'phone-number' ? 'block' : isImport ? 'import' : 'change';
  const key = keyOf('audit', String(id).padStart(16, '0'));
  return { type, key, at: at.toISOString(), by, action, before, after };
}

function reminderEntry(reminder: StoredReminder, whom: string | null): TimelineEntry {
  const { id: reminderId, createdAt, dueAt, doneAt, note } = reminder;
  return {
    type: 'reminder',
    key: keyOf('reminder', reminderId),
    at: createdAt.toISOString(),
    reminderId,
    dueAt: dueAt.toISOString(),
    note,
    for: whom,
    doneAt: doneAt?.toISOString() ?? null,
  };
}

function keyOf(kind: Kind, id: string): string {
  return `${kind}:${id}`;
}

function newestFirst(one: TimelineEntry, other: TimelineEntry): number {
  return compare(other.at, one.at) || compare(other.key, one.key);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Entries of one moment are in the order of their keys, which begin with their kinds. */
function placeOf(cursor: string, kind: Kind): TimelinePlace {
  const [at = '', key = ''] = cursor.split('~');
  const [lastKind = '', id = ''] = key.split(':');
  const order = compare(kind, lastKind);
  return { at: new Date(at), id: order === 0 ? id : order < 0 ? 'last' : 'first' };
}
