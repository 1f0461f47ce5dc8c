import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

interface ConsoleFiles {
  /** The built console, e.g. `out/renderer`. */
  readonly folder: string;
  /** Whether the customer's phone is there to be played: with simulated telephony only. */
  readonly phonePage: boolean;
}

/** Serves the console. Files under `assets/` carry a hash in their name and are kept for ever; pages are asked for each time. */
export function consoleFiles({ folder, phonePage }: ConsoleFiles): Hono {
  const files = new Hono();
  files.use('/assets/*', kept, serveStatic({ root: folder }));
  files.get('/', fresh, serveStatic({ root: folder, path: 'index.html' }));
  if (phonePage) files.get('/phone', fresh, serveStatic({ root: folder, path: 'phone.html' }));
  files.get('/*', fresh, withoutPages(serveStatic({ root: folder })));
  return files;
}

const kept: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
};

const fresh: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.ok) c.header('cache-control', 'no-cache');
};

/** Pages are served under their own addresses only, so that `/phone.html` is not a way round. */
function withoutPages(serve: MiddlewareHandler): MiddlewareHandler {
  return (c, next) => (c.req.path.endsWith('.html') ? next() : serve(c, next));
}
