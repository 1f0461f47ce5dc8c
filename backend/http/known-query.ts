import type { Context } from 'hono';
import { matchedRoutes, routePath } from 'hono/route';
import { findTargetHandler } from 'hono/utils/handler';
import { uniqueSymbol } from 'hono-openapi';
import { z } from 'zod';
import { InvalidInput } from '../kernel/invalid-input.ts';

/** Refuses parameters that a route does not know: a filter that is misspelt must not answer with everything. */
export function refuseUnknownQuery(c: Context, known: readonly string[]): void {
  const unknown = Object.keys(c.req.query()).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new InvalidInput(
    unknown.map((path) => ({ path, problem: `unknown parameter; ${knownOnes(known)}` })),
  );
}

/** The same for a route that has no `validated('query', …)` and therefore no parameters. */
export function refuseStrayQuery(c: Context): void {
  if (Object.keys(c.req.query()).length > 0 && !takesQuery(c)) refuseUnknownQuery(c, []);
}

function knownOnes(known: readonly string[]): string {
  return known.length === 0 ? 'this route has none' : `this route has ${known.join(', ')}`;
}

/** Whether the route that is running has such a validator to come, which knows its parameters. */
function takesQuery(c: Context): boolean {
  const path = routePath(c);
  return matchedRoutes(c).some(
    (route) => route.path === path && isQueryValidator(findTargetHandler(route.handler)),
  );
}

const validatorSchema = z.object({ target: z.literal('query') });

function isQueryValidator(handler: object): boolean {
  return uniqueSymbol in handler && validatorSchema.safeParse(handler[uniqueSymbol]).success;
}
