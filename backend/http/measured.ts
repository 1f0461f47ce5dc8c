import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** Tells how long every answer took, by the route that gave it: the last that was reached. */
export function measured(
  observe: (route: string, status: number, seconds: number) => void,
): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    observe(routePath(c), c.res.status, (performance.now() - begun) / 1_000);
  };
}
