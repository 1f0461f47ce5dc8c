import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

/** Where the customer's phone is to be played. With real telephony there is none. */
export type PhonePage =
  | { readonly type: 'here' }
  | { readonly type: 'elsewhere'; readonly url: string }
  | { readonly type: 'nowhere' };

interface ConsoleFiles {
  /** The built console, e.g. `out/renderer`. */
  readonly folder: string;
  readonly phonePage: PhonePage;
}

/** Serves the console. Files under `assets/` carry a hash in their name and are kept for ever; pages are asked for each time. */
export function consoleFiles({ folder, phonePage }: ConsoleFiles): Hono {
  const files = new Hono();
  files.use('/assets/*', kept, serveStatic({ root: folder }));
  files.get('/', fresh, serveStatic({ root: folder, path: 'index.html' }));
  if (phonePage.type === 'here') files.get('/phone', fresh, servePhone(folder));
  if (phonePage.type === 'elsewhere') files.get('/phone', (c) => c.redirect(phonePage.url));
  files.get('/*', fresh, withoutPages(serveStatic({ root: folder })));
  return files;
}

/** Of the same folder the customer's phone alone, for a simulator that is a process of its own. */
export function phoneFiles(folder: string): Hono {
  const files = new Hono();
  files.use('/assets/*', kept, serveStatic({ root: folder }));
  files.get('/', (c) => c.redirect('/phone'));
  files.get('/phone', fresh, servePhone(folder));
  files.get('/icon.svg', fresh, serveStatic({ root: folder }));
  return files;
}

function servePhone(folder: string): MiddlewareHandler {
  return serveStatic({ root: folder, path: 'phone.html' });
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
