import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, like, lte, max } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { verification } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';

/** Random words that each stand for something, once and for a time. Only their hashes are stored. */
export interface OneTimeSecrets {
  issue(standsFor: string): { readonly secret: string; readonly expiresAt: Date };
  /** What it stands for; null when it is unknown, used, taken back or too old. */
  find(secret: string): string | null;
  /** As `find`, and it is used. */
  redeem(secret: string): string | null;
  /** Takes back all that stand for it. */
  revoke(standsFor: string): void;
  /** When the last that stands for it ends; null when there is none. */
  expiryOf(standsFor: string): Date | null;
}

interface OneTimeSecretsOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What they open, e.g. `realtime-ticket`: one of another kind opens nothing here. */
  readonly kind: string;
  readonly lifetimeMs: number;
}

export function createOneTimeSecretStore(options: OneTimeSecretsOptions): OneTimeSecrets {
  const { database, clock, kind, lifetimeMs } = options;
  const { query } = database;
  const { identifier, value, expiresAt } = verification;
  const ofKind = like(identifier, `${kind}:%`);

  function isGood(secret: string) {
    return and(eq(identifier, identifierOf(kind, secret)), gt(expiresAt, clock.now()));
  }

  return {
    issue(standsFor) {
      const now = clock.now();
      const secret = randomBytes(32).toString('base64url');
      const id = identifierOf(kind, secret);
      const end = new Date(now.getTime() + lifetimeMs);
      const times = { expiresAt: end, createdAt: now, updatedAt: now };
      database.transaction(() => {
        query
          .delete(verification)
          .where(and(ofKind, lte(expiresAt, now)))
          .run();
        query
          .insert(verification)
          .values({ id, identifier: id, value: standsFor, ...times })
          .run();
      });
      return { secret, expiresAt: end };
    },
    find(secret) {
      return query.select({ value }).from(verification).where(isGood(secret)).get()?.value ?? null;
    },
    redeem(secret) {
      return query.delete(verification).where(isGood(secret)).returning({ value }).get()?.value ?? null;
    },
    revoke(standsFor) {
      query
        .delete(verification)
        .where(and(ofKind, eq(value, standsFor)))
        .run();
    },
    expiryOf(standsFor) {
      const open = and(ofKind, eq(value, standsFor), gt(expiresAt, clock.now()));
      return (
        query
          .select({ last: max(expiresAt) })
          .from(verification)
          .where(open)
          .get()?.last ?? null
      );
    },
  };
}

function identifierOf(kind: string, secret: string): string {
  return `${kind}:${createHash('sha256').update(secret).digest('base64url')}`;
}
