import type { Hono } from 'hono';
import { createAuth } from '../../backend/auth/auth.ts';
import { composeBackend } from '../../backend/compose.ts';
import { parseConfig } from '../../backend/config/config.ts';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import { password, signIn, silentLog } from './api.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';

export interface ComposedBackend extends AsyncDisposable {
  readonly app: Hono;
  readonly database: Database;
  readonly clock: FixedClock;
  /** Starts what acts by itself. */
  start(): void;
  /** The headers of somebody who is signed in as an admin. */
  adminHeaders(): Promise<Record<string, string>>;
  /** The same of an agent. */
  agentHeaders(): Promise<Record<string, string>>;
}

const names = { admin: 'Admin', agent: 'Agent' } as const;
const authSecret = 'a secret for tests, which is long enough 0123456789';

/** The whole backend as it is composed, on an empty database or another, with nothing started that acts by itself until a test starts it. */
export function composedBackend(
  settings: Readonly<Record<string, string>> = {},
  log = silentLog,
  database = openDatabase(':memory:'),
): ComposedBackend {
  const config = parseConfig(settings);
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

  async function headersOf(role: Role): Promise<Record<string, string>> {
    const onSignIn = () => undefined;
    const auth = createAuth({ ...config.http, database, secret: authSecret, onSignIn, log: silentLog });
    const email = `${role}@example.com`;
    await auth.createAccount({ email, password, name: names[role], role });
    const response = await signIn(backend.app, email, password);
    return { authorization: `Bearer ${response.headers.get('set-auth-token')}` };
  }

  return {
    app: backend.app,
    database,
    clock,
    start: backend.start,
    adminHeaders: () => headersOf('admin'),
    agentHeaders: () => headersOf('agent'),
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}
