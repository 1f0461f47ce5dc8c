import { readFileSync } from 'node:fs';

/** What is wrong with a file, and where. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What a file holds, or everything that is wrong with it. */
export type Given<T> =
  | { readonly type: 'read'; readonly value: T }
  | { readonly type: 'refused'; readonly problems: readonly FileProblem[] };

/** The text of a file, without a byte order mark. */
export function readGivenText(file: string | URL): Given<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return refused(1, `the file cannot be read: ${reasonOf(error)}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refused(1, 'the file is empty') : { type: 'read', value: text };
  } catch {
    return refused(1, 'the file is not written in UTF-8');
  }
}

/** A line for each problem: `FILE:LINE: reason`. */
export function reportOf(file: string, problems: readonly FileProblem[]): string {
  return problems.map(({ line, reason }) => `${file}:${line}: ${reason}\n`).join('');
}

function refused(line: number, reason: string): Given<never> {
  return { type: 'refused', problems: [{ line, reason }] };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'there is none of that name';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'it may not be read';
    default:
      return String(code ?? error);
  }
}
