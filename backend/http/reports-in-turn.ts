import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './identify.ts';

/** Has whoever asks for a report or an export wait until it is their turn. Visitors who may not ask are refused at once, by the route. */
export function reportsInTurn(turn: (signal: AbortSignal) => Promise<void>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (c.var.visitor !== null) await turn(c.req.raw.signal);
    await next();
  });
}
