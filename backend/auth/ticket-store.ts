import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, like, lte } from 'drizzle-orm';
import { type AgentId, agentIdSchema } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { verification } from '../db/schema/accounts.ts';
import type { Clock } from '../kernel/clock.ts';

/** Tickets open one WebSocket, once. A browser's WebSocket can carry no bearer token, and a token must not stand in a URL. */
export interface Tickets {
  /** Good for a minute; only its hash is stored. */
  issue(agentId: AgentId): string;
  /** Whose ticket it was; null when it is unknown, used or too old. */
  redeem(ticket: string): AgentId | null;
}

const lifetimeMs = 60_000;

export function createTicketStore(database: Database, clock: Clock): Tickets {
  const { query } = database;
  return {
    issue(agentId) {
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
            value: agentId,
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
        .returning({ agentId: verification.value })
        .get();
      return used ? agentIdSchema.parse(used.agentId) : null;
    },
  };
}

const kind = 'realtime-ticket:';

function identifierOf(ticket: string): string {
  return kind + createHash('sha256').update(ticket).digest('base64url');
}
