import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Caller, Sessions } from '../auth/caller.ts';

/** What every route under `/api` finds. */
export interface ApiEnv {
  readonly Variables: {
    /** Whoever is signed in; null for nobody. Routes take `caller`, which `endpoint` vouches for. */
    readonly visitor: Caller | null;
  };
}

export function identify(sessions: Sessions): MiddlewareHandler<ApiEnv> {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set('visitor', await sessions.callerOf(c.req.raw.headers));
    await next();
  });
}
