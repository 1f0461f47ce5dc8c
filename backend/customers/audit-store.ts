import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customerStatusSchema } from '../contract/customers.ts';
import { type AgentId, type CallId, type CustomerId, callIdSchema } from '../contract/ids.ts';
import { callResultSchema } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { audit } from '../db/schema/customers.ts';
import type { Clock } from '../kernel/clock.ts';

type Facts = Readonly<Record<string, unknown>>;

export interface AuditEntry {
  /** Null when the system acted by itself. */
  readonly actorId: AgentId | null;
  readonly subject: 'customer' | 'phone-number';
  readonly subjectId: string;
  readonly action: 'call-result' | 'blocked' | 'unblocked';
  readonly before: Facts | null;
  readonly after: Facts | null;
}

/** Who changed what, when, from what to what (requirement 5.3). The database refuses to change or remove an entry. */
export interface AuditStore {
  append(entry: AuditEntry): void;
  /** What the results of calls made of a customer, oldest first. */
  callResults(customerId: CustomerId): readonly CallResultEntry[];
  /** Whether somebody has lifted the block of a number that this call led to. */
  hasLifted(phoneNumber: string, callId: CallId): boolean;
}

export type CallResultEntry = z.infer<typeof callResultEntrySchema>;

export function createAuditStore({ query }: Database, clock: Clock): AuditStore {
  return {
    append(entry) {
      query
        .insert(audit)
        .values({ ...entry, at: clock.now() })
        .run();
    },
    callResults(customerId) {
      const ofCustomer = and(eq(audit.subject, 'customer'), eq(audit.subjectId, customerId));
      return query
        .select({ before: audit.before, after: audit.after })
        .from(audit)
        .where(and(ofCustomer, eq(audit.action, 'call-result')))
        .orderBy(asc(audit.id))
        .all()
        .map((row) => callResultEntrySchema.parse(row));
    },
    hasLifted(phoneNumber, callId) {
      const ofNumber = and(eq(audit.subject, 'phone-number'), eq(audit.subjectId, phoneNumber));
      const lifted = and(eq(audit.action, 'unblocked'), sql`${audit.before} ->> 'callId' = ${callId}`);
      return query.select({ id: audit.id }).from(audit).where(and(ofNumber, lifted)).get() !== undefined;
    },
  };
}

const callResultEntrySchema = z.object({
  before: z.object({ status: customerStatusSchema }),
  after: z.object({ status: customerStatusSchema, callId: callIdSchema, result: callResultSchema }),
});
