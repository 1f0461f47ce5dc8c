import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import type { Metrics } from './metrics.ts';

/** `/metrics`, for a Prometheus that sends `token` as its bearer token. Without a token there is no such route. */
export function metricsRoutes(metrics: Metrics, token: string | null): Hono {
  const routes = new Hono();
  if (token === null) return routes;
  return routes.get('/metrics', bearerAuth({ token }), async (c) => {
    c.header('content-type', metrics.contentType);
    return c.body(await metrics.text());
  });
}
