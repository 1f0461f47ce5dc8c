import { createAuth } from '../auth/auth.ts';
import { cacheSessions } from '../auth/cached-sessions.ts';
import { createSessionStore } from '../auth/session-store.ts';
import { createTicketStore } from '../auth/ticket-store.ts';
import { systemClock } from '../kernel/clock.ts';
import { createOpenConsoles } from '../realtime/open-consoles.ts';
import type { BackendOptions } from './backend-parts.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** Who is signed in, and the connections that their sessions opened. */
export function createSignIn({ config, database, authSecret, clock, log }: BackendOptions) {
  const { publicUrl, allowedOrigins } = config.http;
  const auth = createAuth({ publicUrl, allowedOrigins, database, secret: authSecret, log });
  // The sign-in library's sessions end by real time, whatever the domains' clock does.
  const { viewerOf } = createSessionStore(database, systemClock);
  return {
    auth,
    sessions: cacheSessions(auth, clock),
    tickets: createTicketStore(database, clock),
    viewerOf,
    consoles: createOpenConsoles(viewerOf),
  };
}
