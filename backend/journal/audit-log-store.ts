import { desc, eq, sql } from 'drizzle-orm';
import type { AuditSubject } from '../contract/audit.ts';
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

type AuditedChange =
  | {
      readonly subject: 'customer';
      readonly action:
        | 'added'
        | 'changed'
        | 'call-result'
        | 'personal-data-exported'
        | 'erased'
        | 'exported'
        | 'imported'
        | 'import-undone'
        | 'reminder-added'
        | 'reminder-moved'
        | 'reminder-done'
        | 'reminder-reopened';
    }
  | { readonly subject: 'import'; readonly action: 'started' | 'undone' }
  | { readonly subject: 'phone-number'; readonly action: 'blocked' | 'unblocked' }
  | {
      readonly subject: 'account';
      readonly action:
        | 'added'
        | 'changed'
        | 'link-issued'
        | 'password-set'
        | 'second-factor-on'
        | 'second-factor-off'
        | 'second-factor-reset'
        | 'backup-codes-made'
        | 'settings-changed'
        | 'presence-set';
    }
  | { readonly subject: 'team'; readonly action: 'changed' }
  | {
      readonly subject: 'campaign';
      readonly action:
        | 'added'
        | 'changed'
        | 'removed'
        | 'started'
        | 'paused'
        | 'resumed'
        | 'stopped'
        | 'finished';
    }
  | {
      readonly subject: 'recording';
      readonly action:
        | 'paused'
        | 'resumed'
        | 'stored'
        | 'lost'
        | 'sought-again'
        | 'played'
        | 'downloaded'
        | 'expired'
        | 'removed-at-carrier';
    }
  | {
      readonly subject: 'call';
      readonly action:
        | 'supervision-started'
        | 'supervision-changed'
        | 'supervision-ended'
        | 'call-taken-over'
        | 'result-changed';
    }
  | { readonly subject: 'history'; readonly action: 'exported' }
  | { readonly subject: 'template'; readonly action: 'audio-set' | 'audio-removed' };

/**
 * Who changed what, when, from what to what (requirement 5.3), written in the transaction that changes it. The database refuses to change
 * or remove an entry. From where it was changed is the address that the actor's newest session came from.
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
