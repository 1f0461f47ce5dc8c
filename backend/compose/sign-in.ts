import { createAuth } from '../auth/auth.ts';
import { cacheSessions } from '../auth/cached-sessions.ts';
import { createSessionStore } from '../auth/session-store.ts';
import { createSignInLock } from '../auth/sign-in-lock-store.ts';
import { createTicketStore } from '../auth/ticket-store.ts';
import { createUserStore } from '../auth/user-store.ts';
import { systemClock } from '../kernel/clock.ts';
import { createOpenConsoles } from '../realtime/open-consoles.ts';
import type { BackendOptions } from './backend-parts.ts';

export type SignIn = ReturnType<typeof createSignIn>;

/** Who has an account, who is signed in, and the connections that their sessions opened. */
export function createSignIn({ config, database, authSecret, clock, log }: BackendOptions) {
  const { publicUrl, allowedOrigins } = config.http;
  // As the sign-in library's, all times of accounts and sessions are real, whatever the domains' clock does.
  const users = createUserStore(database, systemClock);
  const auth = createAuth({
    publicUrl,
    allowedOrigins,
    database,
    secret: authSecret,
    onSignIn: users.noteSignIn,
    log,
  });
  const { viewerOf } = createSessionStore(database, systemClock);
  return {
    auth,
    users,
    lock: createSignInLock(database, systemClock),
    sessions: cacheSessions(auth, clock),
    tickets: createTicketStore(database, clock),
    viewerOf,
    consoles: createOpenConsoles(viewerOf),
  };
}
