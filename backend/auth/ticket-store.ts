import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { createOneTimeSecretStore } from './one-time-secret-store.ts';

/** Tickets open one WebSocket, once. A browser's WebSocket can carry no bearer token, and a token must not stand in a URL. */
export interface Tickets {
  /** Good for a minute. */
  issue(sessionId: string): string;
  /** The session it was issued in; null when it is unknown, used or too old. */
  redeem(ticket: string): string | null;
}

export function createTicketStore(database: Database, clock: Clock): Tickets {
  const secrets = createOneTimeSecretStore({ database, clock, kind: 'realtime-ticket', lifetimeMs: 60_000 });
  return {
    issue: (sessionId) => secrets.issue(sessionId).secret,
    redeem: secrets.redeem,
  };
}
