import type { AddressInfo } from 'node:net';
import { type ServerType, serve, type WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';

export interface Listening extends AsyncDisposable {
  readonly port: number;
}

const mostBytesAFrame = 256 * 1_024;
const goingAway = 1001;
/** So long a client may take to answer that it has heard; one that sleeps never does. */
const farewellMs = 1_000;

/** Serves `app`, WebSockets included. Rejects with Node's own error (`EADDRINUSE`, `EACCES`, …) when it cannot listen. */
export function listen(
  app: Hono,
  where: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostBytesAFrame });
  const websocket = { server: asUpgradeServer(sockets) };
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: where.port, hostname: where.host, websocket },
      ({ port }: AddressInfo) => {
        server.off('error', reject);
        resolve({ port, [Symbol.asyncDispose]: () => close(server, sockets) });
      },
    );
    server.once('error', reject);
  });
}

async function close(server: ServerType, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.close(goingAway);
  const closed = new Promise((resolve) => server.close(resolve));
  if ('closeAllConnections' in server) server.closeAllConnections();
  const farewell = setTimeout(() => {
    for (const client of sockets.clients) client.terminate();
  }, farewellMs);
  await closed;
  clearTimeout(farewell);
}

/** The two packages describe the same class, but not the same optional properties. */
function asUpgradeServer(server: unknown): WebSocketServerLike {
  if (!isUpgradeServer(server)) throw new TypeError('not a WebSocket server');
  return server;
}

function isUpgradeServer(server: unknown): server is WebSocketServerLike {
  return server instanceof WebSocketServer;
}
