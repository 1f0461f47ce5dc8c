import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { createAuth } from '../../../backend/auth/auth.ts';
import { composeBackend } from '../../../backend/compose.ts';
import { parseConfig } from '../../../backend/config/config.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { password, signIn, silentLog } from '../../support/api.ts';
import { type FixedClock, fixedClock } from '../../support/fixed-clock.ts';

/** Somebody who works with customers over the API of the whole backend. */
export interface DeskAgent {
  readonly agentId: AgentId;
  request(method: string, path: string, body?: unknown): Promise<Response>;
  /** Sends what is no JSON. */
  upload(path: string, body: Uint8Array | string): Promise<Response>;
  /** Asks, expects to be answered, and reads the answer. */
  ask<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.output<Schema>>;
}

export interface Desk extends AsyncDisposable {
  readonly database: Database;
  readonly clock: FixedClock;
  signedIn(name: string, role: Role): Promise<DeskAgent>;
}

const authSecret = 'a secret for tests, which is long enough 0123456789';

/** The whole backend on an empty database, with a data folder of its own. */
export function openDesk(database = openDatabase(':memory:')): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-desk-'));
  const config = parseConfig({ DATA_DIR: folder });
  const clock = fixedClock();
  const parts = { config, database, authSecret, simulator: null, clock, speed: 1, log: silentLog };
  const backend = composeBackend({ ...parts, consoleFolder: 'out/renderer' });
  const onSignIn = () => undefined;
  const auth = createAuth({ ...config.http, database, secret: authSecret, onSignIn, log: silentLog });

  return {
    database,
    clock,
    async signedIn(name, role) {
      const email = `${name}@example.com`;
      const agentId = await auth.createAccount({ email, password, name, role });
      const session = await signIn(backend.app, email, password);
      const authorization = `Bearer ${session.headers.get('set-auth-token')}`;
      const send = async (method: string, path: string, type: string, body?: Uint8Array | string) =>
        backend.app.request(path, {
          method,
          headers: { authorization, 'content-type': type },
          ...(body === undefined ? {} : { body }),
        });
      const request = (method: string, path: string, body?: unknown) =>
        send(method, path, 'application/json', body === undefined ? undefined : JSON.stringify(body));
      return {
        agentId,
        request,
        upload: (path, body) => send('POST', path, 'text/csv', body),
        async ask(schema, method, path, body) {
          const response = await request(method, path, body);
          if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
          return schema.parse(await response.json());
        },
      };
    },
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      database[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
