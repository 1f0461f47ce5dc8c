import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { origin } from '../../support/api.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

/** What needs no session, and why that is right. */
const openToAnyone = [
  'POST /api/auth/sign-in/email', // how one gets a session
  'POST /api/auth/sign-in/code', // carries the challenge that the password gave
  'POST /api/auth/sign-out', // ends the session that it carries, if it does
  'POST /api/password', // carries the link that an admin gave
  'POST /api/password/link', // carries it, too
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

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend();
});

afterEach(() => backend[Symbol.asyncDispose]());

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

  it('names a parameter that it does not know, instead of passing it over', async () => {
    const routes = [...(await declaredAccess()).keys()];
    const headers = await backend.adminHeaders();

    const answers = await Promise.all(
      routes.map(async (route) => {
        const [method = 'GET', path = ''] = route.split(' ');
        const response = await backend.app.request(`${path}?unheardOf=1`, { method, headers });
        const { error } = errorBodySchema.parse(await response.json());
        return [route, response.status, error.fields?.map((field) => field.path)];
      }),
    );

    expect(answers).toEqual(routes.map((route) => [route, 400, ['unheardOf']]));
  });

  it('refuses a visitor at the door of the WebSocket', async () => {
    const clientId = '11111111-1111-4111-8111-111111111111';

    const response = await backend.app.request(`/api/realtime?clientId=${clientId}`, { headers: { origin } });

    expect(response.status).toBe(401);
  });

  it('names such a parameter of the WebSocket, too', async () => {
    const clientId = '11111111-1111-4111-8111-111111111111';

    const response = await backend.app.request(`/api/realtime?clientId=${clientId}&unheardOf=1`);

    expect(response.status).toBe(400);
  });
});
