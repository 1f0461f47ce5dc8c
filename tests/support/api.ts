import { Hono } from 'hono';
import { pino } from 'pino';
import { type Auth, createAuth } from '../../backend/auth/auth.ts';
import { authRoutes } from '../../backend/auth/auth-routes.ts';
import { cacheSessions } from '../../backend/auth/cached-sessions.ts';
import { createSignInLock } from '../../backend/auth/sign-in-lock-store.ts';
import { createUserStore } from '../../backend/auth/user-store.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { templateAudioPath } from '../../backend/conversation/template-audio-routes.ts';
import type { Database } from '../../backend/db/database.ts';
import { mountApiShell } from '../../backend/http/api-shell.ts';
import { answerNotFound, translateErrors } from '../../backend/http/error-translator.ts';
import type { ApiEnv } from '../../backend/http/identify.ts';
import { type FixedClock, fixedClock } from './fixed-clock.ts';

export const origin = 'http://localhost:8787';
export const password = 'correct horse battery';

export const silentLog = pino({ level: 'silent' });

export interface Api {
  readonly app: Hono<ApiEnv>;
  readonly auth: Auth;
  readonly clock: FixedClock;
  /** Makes an account and signs it in. */
  signedIn(name: string, role: Role): Promise<SignedIn>;
}

export interface SignedIn {
  readonly agentId: AgentId;
  readonly cookie: string;
  readonly token: string;
  get(path: string): Promise<Response>;
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response>;
}

/** The shell that all API routes live in, with real accounts on `database`. Mount routes on `app` under `/api`. */
export function createApi(database: Database, clock = fixedClock()): Api {
  const auth = createAuth({
    onSignIn: createUserStore(database, clock).noteSignIn,
    database,
    secret: 'a secret for tests, which is long enough 0123456789',
    publicUrl: origin,
    allowedOrigins: [origin],
    log: silentLog,
  });
  const sessions = cacheSessions(auth, clock);
  const app = new Hono<ApiEnv>();
  app.onError(translateErrors(silentLog)).notFound(answerNotFound);
  const filePaths = [templateAudioPath];
  mountApiShell(app, { allowedOrigins: [origin], sessions, log: silentLog, filePaths });
  app.route(
    '/api/auth',
    authRoutes({ auth, sessions, lock: createSignInLock(database, clock), trustProxy: false }),
  );

  return {
    app,
    auth,
    clock,
    async signedIn(name, role) {
      const email = `${name}@example.com`;
      const agentId = await auth.createAccount({ email, password, name, role });
      const response = await signIn(app, email, password);
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      const token = response.headers.get('set-auth-token') ?? '';
      const request = (method: string, path: string, body?: unknown) =>
        app.request(path, {
          method,
          headers: { cookie, origin, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      return {
        agentId,
        cookie,
        token,
        get: async (path) => request('GET', path),
        send: async (method, path, body) => request(method, path, body),
      };
    },
  };
}

export async function signIn(app: Pick<Hono, 'request'>, email: string, secret: string): Promise<Response> {
  return app.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: secret }),
  });
}
