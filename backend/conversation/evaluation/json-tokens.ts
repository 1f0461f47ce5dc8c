/** Where a text stops being JSON. */
export class JsonSyntaxProblem extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

const TOKEN =
  /[ \t\r\n]*(?<token>[{}[\],:]|"(?:[^"\\\n]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|$)/y;

/** A bracket, a sign or a scalar; empty at the end of the text. */
export interface Token {
  readonly text: string;
  readonly offset: number;
}

/** Gives one token after the other. */
export function createTokenReader(text: string): () => Token {
  let position = 0;
  return () => {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(text)?.groups?.['token'];
    if (token === undefined) throw noToken(text, position + blanksAt(text, position));
    position = TOKEN.lastIndex;
    return { text: token, offset: position - token.length };
  };
}

/** From 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function blanksAt(text: string, position: number): number {
  return /^[ \t\r\n]*/.exec(text.slice(position))?.[0].length ?? 0;
}

function noToken(text: string, offset: number): JsonSyntaxProblem {
  const reason =
    text[offset] === '"'
      ? 'a text does not end on its line'
      : `${text.slice(offset, offset + 10).split(/[\s,:]/)[0]} is no value`;
  return new JsonSyntaxProblem(lineAt(text, offset), `not JSON: ${reason}`);
}
