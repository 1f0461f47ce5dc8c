import { Hono } from 'hono';

/**
 * For whoever watches the process. `/healthz`: it runs. `/readyz`: it also can do its work; `isReady` asks the database, and may throw.
 */
export function healthRoutes(isReady: () => boolean): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', (c) =>
      answers(isReady) ? c.json({ status: 'ok' }) : c.json({ status: 'not-ready' }, 503),
    );
}

function answers(isReady: () => boolean): boolean {
  try {
    return isReady();
  } catch {
    return false;
  }
}
