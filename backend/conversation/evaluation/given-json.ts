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

/** What was read, and how its parts are called. */
interface Reading extends LocatedJson, Pick<Expected<unknown>, 'nameOf' | 'keysAt'> {}

/** The JSON value that a text holds, or everything that is wrong with it. */
export function givenJson<T>(text: string, { schema, nameOf, keysAt }: Expected<T>): Given<T> {
  try {
    const json = readLocatedJson(text);
    const parsed = schema.safeParse(json.value, { reportInput: true });
    if (parsed.success) return { type: 'read', value: parsed.data };
    const reading = { ...json, nameOf, keysAt };
    return { type: 'refused', problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, reading)) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxProblem)) throw error;
    return { type: 'refused', problems: [{ line: error.line, reason: error.message }] };
  }
}

function problemsOf(issue: z.core.$ZodIssue, reading: Reading): readonly FileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(issue.path, key, reading.keysAt(issue.path), reading));
  }
  const problem = problemAt(issue.path, reasonOf(issue), reading);
  return issue.input === undefined ? [problem, ...misspelt(issue.path, reading)] : [problem];
}

/** Keys that mean nothing are passed over, unless one of them seems to be the one that is missing. */
function misspelt(missing: Path, reading: Reading): readonly FileProblem[] {
  const around = missing.slice(0, -1);
  const wanted = [String(missing.at(-1))];
  const known = reading.keysAt(around);
  return keysIn(reading.value, around)
    .filter((key) => !known.includes(key) && nearest(key, wanted) !== null)
    .map((key) => unknownKey(around, key, wanted, reading));
}

function keysIn(whole: unknown, path: Path): readonly string[] {
  const part = path.reduce<unknown>((value, key) => Object(value)[key], whole);
  return Object.keys(Object(part));
}

function unknownKey(path: Path, key: string, options: readonly string[], reading: Reading): FileProblem {
  const { reason } = problemAt(path, `unknown key "${key}"${hint(key, options)}`, reading);
  return { line: reading.lineOf([...path, key]), reason };
}

function problemAt(path: Path, reason: string, { lineOf, nameOf, value }: Reading): FileProblem {
  const name = nameOf(path, value);
  return { line: lineOf(path), reason: name === '' ? reason : `${name}: ${reason}` };
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
