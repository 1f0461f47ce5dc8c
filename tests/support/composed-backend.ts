import type { Hono } from 'hono';
import { createAuth } from '../../backend/auth/auth.ts';
import { composeBackend } from '../../backend/compose.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import { password, signIn, silentLog } from './api.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';

export interface ComposedBackend extends AsyncDisposable {
  readonly app: Hono;
  readonly database: Database;
  readonly clock: FixedClock;
  /** The headers of somebody who is signed in as an admin. */
  adminHeaders(): Promise<Record<string, string>>;
}

const authSecret = 'a secret for tests, which is long enough 0123456789';

/** The whole backend as it is composed, on an empty database, with nothing started that acts by itself. */
export function composedBackend(
  settings: Readonly<Record<string, string>> = {},
  log = silentLog,
): ComposedBackend {
  const config = parseConfig(settings);
  const database = openDatabase(':memory:');
  const clock = fixedClock();
  const backend = composeBackend({
    config,
    database,
    authSecret,
    simulator: null,
    clock,
    speed: 1,
    log,
    consoleFolder: 'out/renderer',
  });
  return {
    app: backend.app,
    database,
    clock,
    async adminHeaders() {
      const onSignIn = () => undefined;
      const auth = createAuth({ ...config.http, database, secret: authSecret, onSignIn, log: silentLog });
      await auth.createAccount({ email: 'admin@example.com', password, name: 'Admin', role: 'admin' });
      const response = await signIn(backend.app, 'admin@example.com', password);
      return { authorization: `Bearer ${response.headers.get('set-auth-token')}` };
    },
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}
