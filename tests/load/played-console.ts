import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ServerFrame } from '../../backend/contract/events.ts';

/** The built console with a server that the bench speaks for: nothing else takes the processor. */
export interface PlayedConsole extends AsyncDisposable {
  readonly url: string;
  /** To every open console. */
  send(frames: readonly ServerFrame[]): void;
}

/** What is answered, by path. */
type Answers = Readonly<Record<string, () => unknown>>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export async function playConsole(answers: Answers): Promise<PlayedConsole> {
  const open = new Set<WebSocket>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = answers[pathname];
    if (answer !== undefined) return sendJson(response, 200, answer());
    if (pathname.startsWith('/api/')) {
      return sendJson(response, 404, { error: { code: 'not-found', message: 'not played' } });
    }
    void sendFile(response, pathname === '/' ? '/index.html' : pathname);
  });
  const sockets = new WebSocketServer({ server, path: '/api/realtime' });
  sockets.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.send(JSON.stringify({ type: 'ready', sequence: 0, serverTime: new Date().toISOString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    send(frames) {
      for (const frame of frames) {
        const text = JSON.stringify(frame);
        for (const socket of open) socket.send(text);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  try {
    const content = await readFile(join('out/renderer', path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
