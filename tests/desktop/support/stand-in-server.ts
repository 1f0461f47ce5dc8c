import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A backend that knows nobody: enough for the console to show its sign-in. `/redirect` leads elsewhere. */
export interface StandInServer extends AsyncDisposable {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
}

export async function startStandInServer(): Promise<StandInServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/redirected' }).end();
    else refuse(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  return {
    url: `http://localhost:${address.port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function refuse({ method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(method === 'OPTIONS' ? 204 : 401, {
    'access-control-allow-origin': 'app://toritsugi',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST, PUT',
    'content-type': 'application/json',
  });
  response.end(
    method === 'OPTIONS'
      ? ''
      : JSON.stringify({ error: { code: 'not-signed-in', message: 'sign in first' } }),
  );
}
