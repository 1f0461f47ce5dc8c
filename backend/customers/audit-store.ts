import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customerStatusSchema } from '../contract/customers.ts';
import { type CallId, type CustomerId, callIdSchema } from '../contract/ids.ts';
import { callResultSchema, instantSchema } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { audit } from '../db/schema/customers.ts';
import { type AuditLog, createAuditLogStore } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';

/** The audit log, and what the rules about customers read in it. */
export interface AuditStore extends AuditLog {
  /** What the results of calls made of a customer, oldest first. */
  callResults(customerId: CustomerId): readonly CallResultEntry[];
  /** Whether somebody has lifted the block of a number that this call led to. */
  hasLifted(phoneNumber: string, callId: CallId): boolean;
}

export type CallResultEntry = z.infer<typeof callResultEntrySchema>;

export function createAuditStore(database: Database, clock: Clock): AuditStore {
  const { query } = database;
  return {
    ...createAuditLogStore(database, clock),
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
  after: z.object({
    status: customerStatusSchema,
    callId: callIdSchema,
    result: callResultSchema,
    /** When the result was found. Earlier versions did not write it down. */
    at: instantSchema.optional(),
  }),
});
