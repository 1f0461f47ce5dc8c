import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { audit } from '../db/schema/customers.ts';
import type { Clock } from '../kernel/clock.ts';

type Facts = Readonly<Record<string, unknown>>;

export type AuditEntry = AuditedChange & {
  /** Null when the system acted by itself. */
  readonly actorId: AgentId | null;
  readonly subjectId: string;
  readonly before: Facts | null;
  readonly after: Facts | null;
};

type AuditedChange =
  | { readonly subject: 'customer'; readonly action: 'call-result' }
  | { readonly subject: 'phone-number'; readonly action: 'blocked' | 'unblocked' }
  | { readonly subject: 'account'; readonly action: 'added' | 'changed' | 'link-issued' | 'password-set' }
  | { readonly subject: 'template'; readonly action: 'audio-set' | 'audio-removed' };

/**
 * Who changed what, when, from what to what (requirement 5.3), written in the transaction that changes it. The database refuses to change
 * or remove an entry.
 */
export interface AuditLog {
  append(entry: AuditEntry): void;
}

export function createAuditLogStore({ query }: Database, clock: Clock): AuditLog {
  return {
    append(entry) {
      query
        .insert(audit)
        .values({ ...entry, at: clock.now() })
        .run();
    },
  };
}
