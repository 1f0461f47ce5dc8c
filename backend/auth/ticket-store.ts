import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, like, lte } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { verification } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';

/** Tickets open one WebSocket, once. A browser's WebSocket can carry no bearer token, and a token must not stand in a URL. */
export interface Tickets {
  /** Good for a minute; only its hash is stored. */
  issue(sessionId: string): string;
  /** The session it was issued in; null when it is unknown, used or too old. */
  redeem(ticket: string): string | null;
}

const lifetimeMs = 60_000;

export function createTicketStore(database: Database, clock: Clock): Tickets {
  const { query } = database;
  return {
    issue(sessionId) {
      const now = clock.now();
      const ticket = randomBytes(32).toString('base64url');
      database.transaction(() => {
        query
          .delete(verification)
          .where(and(like(verification.identifier, `${kind}%`), lte(verification.expiresAt, now)))
          .run();
        query
          .insert(verification)
          .values({
            id: identifierOf(ticket),
            identifier: identifierOf(ticket),
            value: sessionId,
            expiresAt: new Date(now.getTime() + lifetimeMs),
            createdAt: now,
            updatedAt: now,
          })
          .run();
      });
      return ticket;
    },
    redeem(ticket) {
      const used = query
        .delete(verification)
        .where(
          and(eq(verification.identifier, identifierOf(ticket)), gt(verification.expiresAt, clock.now())),
        )
        .returning({ sessionId: verification.value })
        .get();
      return used?.sessionId ?? null;
    },
  };
}

const kind = 'realtime-ticket:';

function identifierOf(ticket: string): string {
  return kind + createHash('sha256').update(ticket).digest('base64url');
}
