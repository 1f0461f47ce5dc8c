import { type AuditEntry, erasedFactsSchema } from '../../../backend/contract/audit.ts';

/** One value that is another one now; `path` leads to it through what it is part of. */
export interface FactChange {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

type Facts = AuditEntry['after'];

/** Whether what was changed has been forgotten since, at the customer's wish. */
export function isErased(before: Facts, after: Facts): boolean {
  return [before, after].some((facts) => erasedFactsSchema.safeParse(facts).success);
}

/** What differs, value by value; what was before an entry that says nothing of it is unknown, and left out. */
export function factChanges(before: Facts, after: Facts): readonly FactChange[] {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const paths = new Map([...was, ...is].map(([key, { path }]) => [key, path]));
  return [...paths].flatMap(([key, path]) => {
    const change = { path, before: was.get(key)?.value ?? null, after: is.get(key)?.value ?? null };
    return same(change.before, change.after) ? [] : [change];
  });
}

type Values = ReadonlyMap<string, { readonly path: readonly string[]; readonly value: unknown }>;

function valuesOf(facts: Facts): Values {
  return new Map(leavesOf(facts ?? {}, []).map((leaf) => [leaf.path.join('\n'), leaf] as const));
}

function leavesOf(
  facts: object,
  path: readonly string[],
): { readonly path: readonly string[]; readonly value: unknown }[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const here = [...path, key];
    return isGroup(value) ? leavesOf(value, here) : [{ path: here, value }];
  });
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
