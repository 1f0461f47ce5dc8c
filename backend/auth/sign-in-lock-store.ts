import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { signInFailures } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';
import { TooManyAttempts } from '../kernel/too-many-attempts.ts';

/**
 * Against guessing the password of one account from many places: after ten wrong ones in a row nobody may try another for a quarter of an
 * hour, whether or not there is such an account. Attempts in between do not make it longer.
 */
export interface SignInLock {
  /** Before a password is looked at; counts as wrong until `succeeded`. Throws `TooManyAttempts`. */
  begin(email: string): void;
  succeeded(email: string): void;
}

const mostFailures = 10;
const lockMs = 15 * 60_000;

export function createSignInLock(database: Database, clock: Clock): SignInLock {
  const { query } = database;
  const { email: address, count, lastAt } = signInFailures;

  function failuresOf(email: string, since: Date) {
    return query
      .select()
      .from(signInFailures)
      .where(and(eq(address, email), gt(lastAt, since)))
      .get();
  }

  return {
    begin(given) {
      const email = given.toLowerCase();
      const now = clock.now();
      const since = new Date(now.getTime() - lockMs);
      const known = failuresOf(email, since);
      if (known !== undefined && known.count >= mostFailures) {
        throw new TooManyAttempts((known.lastAt.getTime() + lockMs - now.getTime()) / 1_000);
      }
      database.transaction(() => {
        query.delete(signInFailures).where(lte(lastAt, since)).run();
        query
          .insert(signInFailures)
          .values({ email, count: 1, lastAt: now })
          .onConflictDoUpdate({ target: address, set: { count: sql`${count} + 1`, lastAt: now } })
          .run();
      });
    },
    succeeded(given) {
      query.delete(signInFailures).where(eq(address, given.toLowerCase())).run();
    },
  };
}
