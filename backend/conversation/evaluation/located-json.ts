import { createTokenReader, JsonSyntaxProblem, lineAt } from './json-tokens.ts';

/** A JSON text, and on which line each part of it stands. */
export interface LocatedJson {
  readonly value: unknown;
  /** From 1; of the nearest part around it where the path leads nowhere. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const SCALAR = /^(?:["\d-]|true$|false$|null$)/;

/** No file of ours comes near; deeper ones would exhaust the stack. */
const DEEPEST = 100;

/** Reads strict JSON (RFC 8259). `JSON.parse` does not tell the line, and in Node 20 not even always the place. Throws a `JsonSyntaxProblem`. */
export function readLocatedJson(text: string): LocatedJson {
  const offsets = new Map<string, number>();
  const take = createTokenReader(text);
  let next = take();
  const value = valueAt([]);
  if (next.text !== '') throw unexpected('the end');
  return { value, lineOf: (path) => lineAt(text, offsetOf(offsets, path)) };

  function unexpected(wanted: string): JsonSyntaxProblem {
    const found = next.text === '' ? 'the end' : next.text;
    return new JsonSyntaxProblem(lineAt(text, next.offset), `not JSON: ${wanted} expected, ${found} found`);
  }

  function expect(wanted: string): void {
    if (next.text !== wanted) throw unexpected(wanted);
    next = take();
  }

  function scalar(wanted: string): unknown {
    if (!SCALAR.test(next.text)) throw unexpected(wanted);
    const { text: written, offset } = next;
    next = take();
    return parsedScalar(written, lineAt(text, offset));
  }

  function valueAt(path: readonly PropertyKey[]): unknown {
    if (path.length > DEEPEST) {
      const reason = `lists and objects are nested more than ${DEEPEST} deep`;
      throw new JsonSyntaxProblem(lineAt(text, next.offset), reason);
    }
    if (!offsets.has(keyOf(path))) offsets.set(keyOf(path), next.offset);
    if (next.text === '{') return Object.fromEntries(listed('{', '}', () => member(path)));
    if (next.text === '[') return listed('[', ']', (index) => valueAt([...path, index]));
    return scalar('a value');
  }

  function member(path: readonly PropertyKey[]): [string, unknown] {
    const { offset } = next;
    if (!next.text.startsWith('"')) throw unexpected('a key in double quotes');
    const key = String(scalar('a key'));
    offsets.set(keyOf([...path, key]), offset);
    expect(':');
    return [key, valueAt([...path, key])];
  }

  function listed<T>(opening: string, closing: string, read: (index: number) => T): T[] {
    const items: T[] = [];
    expect(opening);
    while (next.text !== closing) {
      if (items.length > 0) expect(',');
      items.push(read(items.length));
      if (next.text !== ',' && next.text !== closing) throw unexpected(`, or ${closing}`);
    }
    expect(closing);
    return items;
  }
}

function parsedScalar(written: string, line: number): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new JsonSyntaxProblem(line, `not JSON: ${written} has a wrong escape or a control character in it`);
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

function offsetOf(offsets: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  const offset = offsets.get(keyOf(path));
  return offset ?? (path.length === 0 ? 0 : offsetOf(offsets, path.slice(0, -1)));
}
