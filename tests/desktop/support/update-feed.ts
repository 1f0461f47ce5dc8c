import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** A folder of releases as electron-builder publishes it, on this computer. */
export interface UpdateFeed extends AsyncDisposable {
  readonly url: string;
}

/** Offers one version; its program is a file that nobody should start. */
export async function startUpdateFeed(version: string): Promise<UpdateFeed> {
  const program = Buffer.from('not a program');
  const name = `Toritsugi-${version}.AppImage`;
  const sha512 = createHash('sha512').update(program).digest('base64');
  const latest = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${program.length}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-11-22T00:00:00.000Z'",
  ].join('\n');

  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/releases/latest-linux.yml') response.end(latest);
    else if (pathname === `/releases/${name}`) response.end(program);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the feed has no port');
  return {
    url: `http://localhost:${address.port}/releases`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
