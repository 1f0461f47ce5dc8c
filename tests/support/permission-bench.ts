import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuth } from '../../backend/auth/auth.ts';
import { routePermissions, type Visitor } from '../../backend/auth/permissions.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { type AgentId, agentIdSchema } from '../../backend/contract/ids.ts';
import { recordings } from '../../backend/db/schema/calls.ts';
import { createRecordingFiles } from '../../backend/recordings/recording-files.ts';
import { origin, password, signIn, silentLog } from './api.ts';
import { type ComposedBackend, composedBackend } from './composed-backend.ts';
import { company, insertBelongings, ownersName, pastId, recordingRef } from './permission-belongings.ts';
import { requestOf } from './permission-requests.ts';
import { wavFile } from './sound-files.ts';

export const recordedSound = Buffer.from('RIFF, as far as these tests are concerned');

export interface SignedInAgent {
  readonly id: AgentId;
  readonly headers: Record<string, string>;
}

interface RouteAnswer {
  readonly status: number;
  readonly text: string;
}

export type PermissionBench = Awaited<ReturnType<typeof createPermissionBench>>;

/** The whole backend with everything that an agent can own, and with who else might want it. */
export async function createPermissionBench() {
  const folder = await mkdtemp(join(tmpdir(), 'permissions-'));
  const backend = composedBackend({ DATA_DIR: folder });
  const owner = await account(backend, ownersName, 'agent', 'owner');
  const another = await account(backend, 'Another', 'agent');
  const admin = await account(backend, 'Admin', 'admin');
  const belongings = insertBelongings(backend, { owner: owner.id, admin: admin.id });
  await storeRecording(backend, folder);
  await saveWords(backend, owner);
  const headersOf: Readonly<Record<Visitor, Record<string, string>>> = {
    nobody: { origin },
    'another agent': another.headers,
    owner: owner.headers,
    admin: admin.headers,
  };

  /** Asks with what each route wants, about what the owner owns. */
  async function ask(route: string, visitor: Visitor): Promise<RouteAnswer> {
    const { path, ...request } = requestOf(route, belongings);
    const headers = { 'content-type': 'application/json', ...headersOf[visitor] };
    const response = await backend.app.request(path, { ...request, headers });
    return { status: response.status, text: await response.text() };
  }

  return {
    folder,
    backend,
    owner,
    another,
    admin,
    belongings,
    ask,
    /** The same, and takes back whatever it changed, so that routes can be asked in any order. */
    async visit(route: string, visitor: Visitor): Promise<RouteAnswer> {
      const { query } = backend.database;
      query.run('begin');
      try {
        return await ask(route, visitor);
      } finally {
        query.run('rollback');
      }
    },
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

export function routesWith(...permissions: readonly string[]): string[] {
  return Object.entries(routePermissions).flatMap(([route, its]) =>
    permissions.includes(its) ? [route] : [],
  );
}

/** Of the owner's call that is over. */
async function storeRecording(
  { database: { query }, clock }: ComposedBackend,
  folder: string,
): Promise<void> {
  const pieces = async function* () {
    yield recordedSound;
  };
  const checksum = await createRecordingFiles(join(folder, 'recordings')).write(recordingRef, pieces());
  const row = { carrierRef: recordingRef, callId: pastId, state: 'completed', keeping: 'stored' } as const;
  query
    .insert(recordings)
    .values({ ...row, ...checksum, storedAt: clock.now() })
    .run();
}

/** What the AI says for the owner, in words of their own. */
async function saveWords({ app }: ComposedBackend, { headers }: SignedInAgent): Promise<void> {
  const put = async (path: string, body: string | Uint8Array<ArrayBuffer>) => {
    const type = { 'content-type': typeof body === 'string' ? 'application/json' : 'audio/wav' };
    const { status } = await app.request(path, { method: 'PUT', headers: { ...headers, ...type }, body });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
  };
  const texts = { closing: `${company}の件、ありがとうございました。` };
  await put('/api/agents/templates', JSON.stringify({ basedOn: 0, texts }));
  await put('/api/agents/templates/closing/audio?basedOn=1', wavFile({ seconds: 1 }));
  const pronunciations = [{ written: company, reading: 'もちぬし', english: null }];
  await put('/api/agents/pronunciations', JSON.stringify({ pronunciations }));
}

async function account(
  { app, database }: ComposedBackend,
  name: string,
  role: 'agent' | 'admin',
  mailbox = name.toLowerCase(),
): Promise<SignedInAgent> {
  const secret = 'a secret for tests, which is long enough 0123456789';
  const options = { ...parseConfig({}).http, database, secret, log: silentLog };
  const auth = createAuth({ ...options, onSignIn: () => undefined });
  const email = `${mailbox}@example.com`;
  const id = agentIdSchema.parse(await auth.createAccount({ email, password, name, role }));
  const response = await signIn(app, email, password);
  return { id, headers: { authorization: `Bearer ${response.headers.get('set-auth-token')}`, origin } };
}
