import { and, desc, eq, gte, inArray, lt, notInArray, or, type SQL } from 'drizzle-orm';
import type { AuditQuery } from '../contract/audit.ts';
import type { CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { audit } from '../db/schema/customers.ts';
import type { TimelinePlace } from './customer-timeline.ts';

export type StoredEntry = typeof audit.$inferSelect;

export interface CustomerTrail {
  readonly customerId: CustomerId;
  readonly phoneNumbers: readonly string[];
  readonly before: TimelinePlace | null;
  readonly limit: number;
}

/** Reads the audit log. */
export interface AuditTrailStore {
  /** Newest first. */
  page(query: AuditQuery): readonly StoredEntry[];
  /** What happened to a customer and to their numbers, newest first; without reminders, which are told by themselves. */
  ofCustomer(trail: CustomerTrail): readonly StoredEntry[];
}

export function createAuditTrailStore({ query }: Database): AuditTrailStore {
  return {
    page: ({ before, subject, subjectId, actor, action, from, until, limit }) =>
      query
        .select()
        .from(audit)
        .where(
          and(
            before === undefined ? undefined : lt(audit.id, before),
            subject === undefined ? undefined : eq(audit.subject, subject),
            subjectId === undefined ? undefined : eq(audit.subjectId, subjectId),
            actor === undefined ? undefined : eq(audit.actorId, actor),
            action === undefined ? undefined : eq(audit.action, action),
            from === undefined ? undefined : gte(audit.at, new Date(from)),
            until === undefined ? undefined : lt(audit.at, new Date(until)),
          ),
        )
        .orderBy(desc(audit.id))
        .limit(limit)
        .all(),
    ofCustomer({ customerId, phoneNumbers, before, limit }) {
      const ofRow = and(eq(audit.subject, 'customer'), eq(audit.subjectId, customerId));
      const ofNumbers = and(eq(audit.subject, 'phone-number'), inArray(audit.subjectId, [...phoneNumbers]));
      const told = notInArray(audit.action, [
        'reminder-added',
        'reminder-moved',
        'reminder-done',
        'reminder-reopened',
      ]);
      return query
        .select()
        .from(audit)
        .where(and(or(and(ofRow, told), ofNumbers), before === null ? undefined : olderThan(before)))
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(limit)
        .all();
    },
  };
}

function olderThan({ at, id }: TimelinePlace): SQL | undefined {
  return or(lt(audit.at, at), and(eq(audit.at, at), lt(audit.id, numberOf(id))));
}

function numberOf(id: TimelinePlace['id']): number {
  if (id === 'first') return 0;
  return id === 'last' ? Number.MAX_SAFE_INTEGER : Number(id);
}
