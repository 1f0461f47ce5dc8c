import type { Env, Hono } from 'hono';
import { except } from 'hono/combine';
import type { Sessions } from '../auth/caller.ts';
import type { Log } from '../kernel/log.ts';
import { limitBodies } from './body-limit.ts';
import { identify } from './identify.ts';
import { jsonBodies } from './json-bodies.ts';
import { checkOrigin, crossOrigin } from './origin-check.ts';

interface ApiShell {
  readonly allowedOrigins: readonly string[];
  readonly sessions: Sessions;
  readonly log: Log;
  /** Where a body is a file: those routes limit it by themselves, once they know who sends it. */
  readonly filePaths: string[];
}

/** Puts before every route under `/api` what all of them rely on. Pages that may use the API can read its refusals, too. */
export function mountApiShell<E extends Env>(
  app: Hono<E>,
  { allowedOrigins, sessions, log, filePaths }: ApiShell,
): void {
  app.use(
    '/api/*',
    crossOrigin(allowedOrigins),
    except(filePaths, limitBodies(log)),
    checkOrigin(allowedOrigins),
  );
  app.use('/api/*', except(filePaths, jsonBodies), identify(sessions));
}
