import type { Env, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import type { z } from 'zod';
import { InvalidInput } from '../kernel/invalid-input.ts';

/** Parses one part of the request, documents it, and refuses with `invalid-input` and the fields that are wrong. */
export function validated<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, Env, string>(target, schema, (result) => {
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
