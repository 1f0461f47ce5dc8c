import { desc, eq, sql } from 'drizzle-orm';
import type { AuditedAction, AuditSubject } from '../contract/audit.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { session } from '../db/schema/accounts.ts';
import { audit } from '../db/schema/customers.ts';
import type { Clock } from '../kernel/clock.ts';

type Facts = Readonly<Record<string, unknown>>;

export type AuditEntry = AuditedChange & {
  readonly subject: AuditSubject;
  /** Null when the system acted by itself. */
  readonly actorId: AgentId | null;
  readonly subjectId: string;
  readonly before: Facts | null;
  readonly after: Facts | null;
};

type AuditedChange = {
  readonly [Subject in AuditSubject]: { readonly subject: Subject; readonly action: AuditedAction<Subject> };
}[AuditSubject];

/**
 * Who changed what, when, from what to what (requirement 5.3), written in the transaction that changes it. The database refuses to change
 * or remove an entry, but for forgetting what was said of a customer (docs/decisions/0044). From where it was changed is the address that the actor's newest session came from.
 */
export interface AuditLog {
  append(entry: AuditEntry): void;
}

export function createAuditLogStore({ query }: Database, clock: Clock): AuditLog {
  const newest = query
    .select({ address: session.ipAddress })
    .from(session)
    .where(eq(session.userId, sql.placeholder('actorId')))
    .orderBy(desc(session.updatedAt))
    .limit(1);
  const insert = query
    .insert(audit)
    .values({
      at: sql.placeholder('at'),
      actorId: sql.placeholder('actorId'),
      origin: sql`${newest}`,
      subject: sql.placeholder('subject'),
      subjectId: sql.placeholder('subjectId'),
      action: sql.placeholder('action'),
      before: sql.placeholder('before'),
      after: sql.placeholder('after'),
    })
    .prepare();
  return {
    append(entry) {
      insert.run({ ...entry, at: clock.now() });
    },
  };
}
