import type { z } from 'zod';
import type { FileProblem, Given } from './given-file.ts';
import { JsonSyntaxProblem } from './json-tokens.ts';
import { type LocatedJson, readLocatedJson } from './located-json.ts';
import { nearest } from './nearest.ts';

type Path = readonly PropertyKey[];

/** What is read, and how it is called where it is wrong. */
interface Expected<T> {
  readonly schema: z.ZodType<T>;
  /** What a path leads to; empty where the line says enough. */
  readonly nameOf: (path: Path, whole: unknown) => string;
  /** The keys that an object may have. */
  readonly keysAt: (path: Path) => readonly string[];
}

/** The JSON value that a text holds, or everything that is wrong with it. */
export function givenJson<T>(text: string, expected: Expected<T>): Given<T> {
  try {
    const json = readLocatedJson(text);
    const parsed = expected.schema.safeParse(json.value, { reportInput: true });
    if (parsed.success) return { type: 'read', value: parsed.data };
    return {
      type: 'refused',
      problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, json, expected)),
    };
  } catch (error) {
    if (!(error instanceof JsonSyntaxProblem)) throw error;
    return { type: 'refused', problems: [{ line: error.line, reason: error.message }] };
  }
}

function problemsOf(
  issue: z.core.$ZodIssue,
  { lineOf, value }: LocatedJson,
  { nameOf, keysAt }: Pick<Expected<unknown>, 'nameOf' | 'keysAt'>,
): readonly FileProblem[] {
  const name = nameOf(issue.path, value);
  const prefix = name === '' ? '' : `${name}: `;
  if (issue.code !== 'unrecognized_keys') {
    return [{ line: lineOf(issue.path), reason: prefix + reasonOf(issue) }];
  }
  return issue.keys.map((key) => ({
    line: lineOf([...issue.path, key]),
    reason: `${prefix}unknown key "${key}"${hint(key, keysAt(issue.path))}`,
  }));
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'it is missing';
  if (issue.code !== 'invalid_value') return issue.message;
  const values = issue.values.map(String);
  return typeof issue.input === 'string'
    ? `unknown value "${issue.input}"${hint(issue.input, values)}`
    : `must be one of ${values.join(', ')}`;
}

function hint(word: string, options: readonly string[]): string {
  const best = nearest(word, options);
  return best === null ? '' : `, did you mean "${best}"?`;
}
