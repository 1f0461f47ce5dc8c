import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks a person at a terminal, or takes the lines of a pipe in their place. */
export interface Questions extends Disposable {
  /** What was answered, without the space around it; empty at the end of the input. */
  ask(question: string): Promise<string>;
  /** As `ask`; what is typed is not shown. */
  askSecret(question: string): Promise<string>;
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

  async function ask(question: string): Promise<string> {
    output.write(question);
    const { value } = await answers.next();
    return String(value ?? '').trim();
  }

  return {
    ask,
    async askSecret(question) {
      const answer = ask(question);
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
