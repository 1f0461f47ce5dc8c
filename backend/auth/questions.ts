import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks a person at a terminal, or takes the lines of a pipe in their place. */
export interface Questions extends Disposable {
  readonly atTerminal: boolean;
  /** What was answered, without the space around it; null at the end of the input. */
  ask(question: string): Promise<string | null>;
  /** Exactly what was answered, which is not shown while it is typed; null at the end of the input. */
  askSecret(question: string): Promise<string | null>;
}

export function askThrough(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Questions {
  let hidden = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  const terminal = 'isTTY' in input && input.isTTY === true;
  const lines = createInterface({ input, output: echo, terminal });
  const answers = lines[Symbol.asyncIterator]();

  /** As a prompt it stays where a typing error is taken back. */
  function put(question: string): void {
    if (!terminal) output.write(question);
    else {
      lines.setPrompt(question);
      lines.prompt();
    }
  }

  async function lineAfter(question: string): Promise<string | null> {
    put(question);
    const { done, value } = await answers.next();
    if (!done) return value;
    if (terminal) output.write('\n');
    return null;
  }

  return {
    atTerminal: terminal,
    ask: async (question) => (await lineAfter(question))?.trim() ?? null,
    async askSecret(question) {
      const answer = lineAfter(question);
      hidden = true;
      try {
        return await answer;
      } finally {
        hidden = false;
        output.write('\n');
      }
    },
    [Symbol.dispose]() {
      lines.close();
    },
  };
}
