import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerStatusSchema } from '../contract/customers.ts';
import { type AgentId, type CustomerId, callIdSchema } from '../contract/ids.ts';
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
}

export type CallResultEntry = z.infer<typeof callResultSchema>;

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
        .map((row) => callResultSchema.parse(row));
    },
  };
}

const callResultSchema = z.object({
  before: z.object({ status: customerStatusSchema }),
  after: z.object({ status: customerStatusSchema, callId: callIdSchema }),
});
