import type { Env, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import { z } from 'zod';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { refuseUnknownQuery } from './known-query.ts';

/**
 * Parses one part of the request, documents it, and refuses with `invalid-input` and the fields that are wrong; in a query also those
 * that the schema does not have.
 */
export function validated<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, Env, string>(target, schema, (result, c) => {
    if (target === 'query' && schema instanceof z.ZodObject) refuseUnknownQuery(c, Object.keys(schema.shape));
    if (result.success) return;
    throw new InvalidInput(
      result.error.map((issue) => ({ path: pathOf(issue.path), problem: issue.message })),
    );
  });
}

type IssuePath = readonly (PropertyKey | { readonly key: PropertyKey })[];

function pathOf(path: IssuePath | undefined): string {
  return (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}
