import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Backend, composeBackend } from '../../../backend/compose.ts';
import { parseConfig } from '../../../backend/config/config.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { origin, silentLog } from '../../support/api.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

/** What needs no session, and why that is right. */
const openToAnyone = [
  'POST /api/auth/sign-in/email', // how one gets a session
  'POST /api/auth/sign-out', // ends the session that it carries, if it does
  'GET /api/openapi.json', // the documentation
  'GET /api/docs',
];

/** What the OpenAPI document does not describe, and what protects it instead. */
const undescribed = [
  'GET /api/docs/{file}', // the documentation's script and style
  'GET /api/realtime', // a WebSocket: asks for the session itself, in its handshake
];

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-access': z.string().optional() }))),
});

let database: Database;
let backend: Backend;

beforeEach(() => {
  database = openDatabase(':memory:');
  backend = composeBackend({
    config: parseConfig({}),
    database,
    authSecret: 'a secret for tests, which is long enough 0123456789',
    simulator: null,
    clock: fixedClock(),
    speed: 1,
    log: silentLog,
    consoleFolder: 'out/renderer',
  });
});

afterEach(async () => {
  await backend[Symbol.asyncDispose]();
  database[Symbol.dispose]();
});

async function declaredAccess(): Promise<Map<string, string | undefined>> {
  const response = await backend.app.request('/api/openapi.json');
  const { paths } = documentSchema.parse(await response.json());
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [
        `${method.toUpperCase()} ${path}`,
        operation['x-access'],
      ]),
    ),
  );
}

function mountedRoutes(): string[] {
  const routes = backend.app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.endsWith('*'),
  );
  return [
    ...new Set(routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{.*\})?/g, '{$1}')}`)),
  ];
}

describe('every route of the API', () => {
  it('declares who may use it', async () => {
    const declared = await declaredAccess();

    const undeclared = mountedRoutes().filter((route) => declared.get(route) === undefined);

    expect(undeclared.toSorted()).toEqual(undescribed.toSorted());
    expect(declared.size).toBeGreaterThan(15);
  });

  it('needs a session, but for the few that are listed here', async () => {
    const declared = await declaredAccess();

    const open = [...declared].filter(([, access]) => access === 'anyone').map(([route]) => route);

    expect(open.toSorted()).toEqual(openToAnyone.toSorted());
  });

  it('refuses a visitor before it looks at anything else', async () => {
    const declared = await declaredAccess();
    const closed = [...declared].filter(([, access]) => access !== 'anyone').map(([route]) => route);

    const statuses = await Promise.all(
      closed.map(async (route) => {
        const [method = 'GET', path = ''] = route.split(' ');
        const response = await backend.app.request(path, { method, headers: { origin } });
        return [route, response.status];
      }),
    );

    expect(statuses).toEqual(closed.map((route) => [route, 401]));
  });

  it('refuses a visitor at the door of the WebSocket', async () => {
    const clientId = '11111111-1111-4111-8111-111111111111';

    const response = await backend.app.request(`/api/realtime?clientId=${clientId}`, { headers: { origin } });

    expect(response.status).toBe(401);
  });
});
