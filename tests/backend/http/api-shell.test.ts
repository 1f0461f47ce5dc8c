import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { apiDocumentRoutes } from '../../../backend/http/api-document.ts';
import { accessProperty, endpoint, openEndpoint } from '../../../backend/http/endpoint.ts';
import { refusalStatus } from '../../../backend/http/refusal-status.ts';
import { validated } from '../../../backend/http/validated.ts';
import { Refusal } from '../../../backend/kernel/errors.ts';
import { type Api, createApi, origin } from '../../support/api.ts';

const declared = {
  tag: 'calls',
  summary: 'For tests',
  answer: { status: 200, schema: z.object({ ok: z.boolean() }) },
} as const;

let database: Database;
let api: Api;

beforeEach(() => {
  database = openDatabase(':memory:');
  api = createApi(database);
});

afterEach(() => database[Symbol.dispose]());

describe('endpoint', () => {
  it.each([
    ['signed-in', null, 401],
    ['signed-in', 'agent', 200],
    ['admin', null, 401],
    ['admin', 'agent', 403],
    ['admin', 'admin', 200],
  ] as const)('for %s answers a visitor who is %s with %i', async (access, role, status) => {
    api.app.get('/api/thing', endpoint({ ...declared, access }), (c) => c.json({ ok: true }));
    const visitor = role && (await api.signedIn('visitor', role));

    const response = visitor ? await visitor.get('/api/thing') : await api.app.request('/api/thing');

    expect(response.status).toBe(status);
  });
});

describe('errors', () => {
  it('become the status that belongs to a refusal, with its code', async () => {
    api.app.get('/api/refused', () => {
      throw new Refusal('call-over', 'the call has ended');
    });

    const response = await api.app.request('/api/refused');

    expect(response.status).toBe(refusalStatus['call-over']);
    expect(await response.json()).toEqual({ error: { code: 'call-over', message: 'the call has ended' } });
  });

  it('keep what was not foreseen to themselves', async () => {
    api.app.get('/api/broken', () => {
      throw new Error('the password of the database is hunter2');
    });

    const response = await api.app.request('/api/broken');

    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
  });

  it('name the fields that are wrong, however deep', async () => {
    const schema = z.object({ result: callResultSchema, next: z.object({ at: z.iso.datetime() }) });
    api.app.post('/api/thing', validated('json', schema), (c) => c.json({ ok: true }));

    const response = await api.app.request('/api/thing', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ result: 'maybe', next: { at: 'tomorrow' } }),
    });

    expect(await response.json()).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'result' }, { path: 'next.at' }] },
    });
  });

  it('name a parameter that is misspelt, and those that there are', async () => {
    const schema = z.object({ search: z.string().optional(), limit: z.coerce.number().optional() });
    api.app.get('/api/things', openEndpoint(declared), validated('query', schema), (c) =>
      c.json({ ok: true }),
    );

    const right = await api.app.request('/api/things?search=x&limit=3');
    const wrong = await api.app.request('/api/things?serch=x&limit=3');

    expect(right.status).toBe(200);
    expect(await wrong.json()).toMatchObject({
      error: {
        code: 'invalid-input',
        fields: [{ path: 'serch', problem: 'unknown parameter; this route has search, limit' }],
      },
    });
  });

  it('refuse a parameter that comes twice where one is meant', async () => {
    const schema = z.object({ search: z.string().optional() });
    api.app.get('/api/things', openEndpoint(declared), validated('query', schema), (c) =>
      c.json({ ok: true }),
    );

    const response = await api.app.request('/api/things?search=x&search=y');

    expect(await response.json()).toMatchObject({ error: { fields: [{ path: 'search' }] } });
  });

  it('say that there is nothing at an unknown address', async () => {
    const response = await api.app.request('/api/nothing');

    expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the origin check', () => {
  beforeEach(() => {
    api.app.post('/api/thing', endpoint({ ...declared, access: 'signed-in' }), (c) => c.json({ ok: true }));
  });

  async function statusWith(headers: Record<string, string>): Promise<number> {
    return (await api.app.request('/api/thing', { method: 'POST', headers })).status;
  }

  it('lets our own pages act with the cookie', async () => {
    const { cookie } = await api.signedIn('suzuki', 'agent');

    expect(await statusWith({ cookie, origin })).toBe(200);
  });

  it('refuses the cookie from other pages, and from nowhere', async () => {
    const { cookie } = await api.signedIn('suzuki', 'agent');

    expect(await statusWith({ cookie, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusWith({ cookie, origin: 'null' })).toBe(403);
    expect(await statusWith({ cookie })).toBe(403);
  });

  it('needs no origin with a bearer token', async () => {
    const { token } = await api.signedIn('suzuki', 'agent');

    expect(await statusWith({ authorization: `Bearer ${token}` })).toBe(200);
  });

  it('lets only our own pages read answers', async () => {
    const ours = await api.app.request('/api/nothing', { headers: { origin } });
    const theirs = await api.app.request('/api/nothing', {
      headers: { origin: 'https://elsewhere.example' },
    });

    expect(ours.headers.get('access-control-allow-origin')).toBe(origin);
    expect(theirs.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the API document', () => {
  it('describes each route with who may use it', async () => {
    api.app.get('/api/thing/:thingId', endpoint({ ...declared, access: 'admin' }), (c) =>
      c.json({ ok: true }),
    );
    api.app.route('/api', apiDocumentRoutes(api.app));

    const document = await (await api.app.request('/api/openapi.json')).json();

    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/thing/{thingId}': { get: { summary: 'For tests', [accessProperty]: 'admin' } },
        '/api/auth/sign-in/email': { post: { [accessProperty]: 'anyone' } },
      },
    });
  });

  it('can be read as a page that loads nothing from elsewhere', async () => {
    api.app.route('/api', apiDocumentRoutes(api.app));

    const page = await (await api.app.request('/api/docs')).text();

    expect(page).not.toMatch(/(?:src|href)="(?!\/\w)/);
    const linked = [...page.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
    const responses = await Promise.all(linked.map((path) => api.app.request(path)));
    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
  });
});
