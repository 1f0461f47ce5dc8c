import { createServer } from 'node:http';
import { freePort } from './free-port.ts';

/** A server that takes every request, and answers none. */
export interface SilentServer extends AsyncDisposable {
  readonly url: string;
  /** The paths that were asked for, each still without an answer. */
  readonly asked: readonly string[];
}

export async function startSilentServer(): Promise<SilentServer> {
  const asked: string[] = [];
  const port = await freePort();
  const server = createServer(({ url = '' }) => void asked.push(url));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
