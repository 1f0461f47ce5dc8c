import type { MiddlewareHandler } from 'hono';
import { answer } from './error-translator.ts';

interface MountedRoute {
  readonly path: string;
  readonly method: string;
}

/**
 * Answers 405, with what is allowed in `Allow`, where there is something at the address but not for this method: before a route with a
 * parameter takes another's last word for an id. `routes` is asked at the first request, when all are mounted.
 */
export function refuseOtherMethods(routes: () => readonly MountedRoute[]): MiddlewareHandler {
  let known: readonly MountedRoute[] | null = null;

  return async (c, next) => {
    known ??= routes().filter(({ path, method }) => method !== 'ALL' && !path.includes('*'));
    const allowed = allowedAt(known, c.req.path);
    if (allowed.length === 0 || c.req.method === 'OPTIONS' || allowed.includes(c.req.method)) return next();
    c.header('Allow', allowed.join(', '));
    return answer(c, 'method-not-allowed', `Use ${allowed.join(' or ')} here.`);
  };
}

/** What is written out goes before what has a parameter in the same place. */
function allowedAt(routes: readonly MountedRoute[], path: string): readonly string[] {
  const exact = routes.filter((route) => route.path === path);
  const there = exact.length > 0 ? exact : routes.filter((route) => fits(route.path, path));
  const methods = new Set(there.map(({ method }) => method));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function fits(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => (part.startsWith(':') ? parts[index] !== '' : part === parts[index]))
  );
}
