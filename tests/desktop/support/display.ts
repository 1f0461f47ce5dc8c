import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Display =
  | { readonly kind: 'open'; readonly name: string; readonly close: () => void }
  | { readonly kind: 'missing'; readonly why: string };

/** The screen that is there, else a virtual one of our own. */
export async function openDisplay(): Promise<Display> {
  const present = process.env['DISPLAY'] ?? '';
  if (present !== '') return { kind: 'open', name: present, close: () => undefined };

  // Without `-noreset` it would begin anew between two tests, and be away for a moment.
  // Xvfb chooses a free number itself, and writes it to the descriptor it is given once it can be used.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await Promise.race([
    firstLine(server.stdio[3]),
    once(server, 'error').then(() => null),
    once(server, 'exit').then(() => null),
  ]);
  return number === null
    ? { kind: 'missing', why: 'no display here, and no Xvfb to make one' }
    : { kind: 'open', name: `:${number}`, close: () => server.kill() };
}

/** Reads to the end of the line: Xvfb dies if the pipe is closed before it has written that. */
async function firstLine(output: unknown): Promise<string | null> {
  if (!isReadable(output)) return null;
  let line = '';
  for await (const chunk of output) {
    line += String(chunk);
    if (line.endsWith('\n')) return line.trim();
  }
  return null;
}

function isReadable(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
