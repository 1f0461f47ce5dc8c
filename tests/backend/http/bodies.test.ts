import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { openEndpoint } from '../../../backend/http/endpoint.ts';
import { listen } from '../../../backend/http/listen.ts';
import { validated } from '../../../backend/http/validated.ts';
import { type Api, createApi, origin } from '../../support/api.ts';
import { composedBackend } from '../../support/composed-backend.ts';

const tooMuch = 'x'.repeat(200 * 1_024);

let database: Database;
let api: Api;
let received: unknown[];

beforeEach(() => {
  database = openDatabase(':memory:');
  api = createApi(database);
  received = [];
  api.app.post(
    '/api/thing',
    openEndpoint({ tag: 'about', summary: 'For tests', answer: { status: 204, schema: null } }),
    validated('json', z.object({ note: z.string().default('none') })),
    (c) => {
      received.push(c.req.valid('json'));
      return c.body(null, 204);
    },
  );
});

afterEach(() => database[Symbol.dispose]());

async function post(body: string | null, headers: Record<string, string> = {}) {
  const response = await api.app.request('/api/thing', { method: 'POST', headers, body });
  if (response.status === 204) return { status: 204 };
  const { error } = errorBodySchema.parse(await response.json());
  return { status: response.status, code: error.code, message: error.message };
}

describe('a body', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['application/json'],
    ['application/json; charset=utf-8'],
    ['Application/JSON'],
    ['application/merge-patch+json'],
  ])('is taken as %s', async (type) => {
    await post('{"note":"はい"}', { 'content-type': type });

    expect(received).toEqual([{ note: 'はい' }]);
  });

  it.each([
    ['text/plain;charset=UTF-8'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
    [''],
  ])('is refused as %j, not read as nothing', async (type) => {
    expect(await post('{"note":"はい"}', { 'content-type': type })).toMatchObject({
      status: 415,
      code: 'not-json',
      message: expect.stringContaining('application/json'),
    });
    expect(received).toEqual([]);
  });

  it.each(['{', '{"note":', "{'note':'x'}", '"はい", "いいえ"', ' '])(
    'is refused when it is %s',
    async (body) => {
      expect(await post(body, json)).toMatchObject({ status: 400, code: 'invalid-input' });
      expect(received).toEqual([]);
    },
  );

  it.each(['null', '[]', '7', '"note"'])('is refused when it is no object but %s', async (body) => {
    expect(await post(body, json)).toMatchObject({ status: 400, code: 'invalid-input' });
    expect(received).toEqual([]);
  });

  it('may be left out where nothing has to be said', async () => {
    expect(await post(null)).toEqual({ status: 204 });
    expect(received).toEqual([{ note: 'none' }]);
  });

  it('that is empty may be called anything', async () => {
    expect(await post('', { 'content-type': 'text/plain' })).toEqual({ status: 204 });
  });

  it.each([
    ['announced', { 'content-length': String(tooMuch.length) }],
    ['not announced', {}],
  ])('that is too large and %s is refused unread', async (_how, headers) => {
    const refusal = await post(JSON.stringify({ note: tooMuch }), { ...json, ...headers });

    expect(refusal).toMatchObject({
      status: 413,
      code: 'too-large',
      message: expect.stringContaining('131072'),
    });
    expect(received).toEqual([]);
  });

  it('that is too large tells so to pages that may use the API', async () => {
    const response = await api.app.request('/api/thing', {
      method: 'POST',
      headers: { origin },
      body: tooMuch,
    });

    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('over a real connection', () => {
  const signIn = '/api/auth/sign-in/email';
  const webhook = '/webhooks/twilio/ai';

  /** In pieces, without its length where `announced` is false. */
  function send(port: number, path: string, { announced, type }: { announced: boolean; type: string }) {
    return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const length = announced ? { 'content-length': tooMuch.length * 20 } : {};
      const sending = request(
        { port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-type': type, ...length } },
        async (response) => resolve({ status: response.statusCode, body: await text(response) }),
      );
      sending.once('error', reject);
      for (let piece = 0; piece < 20; piece += 1) sending.write(tooMuch);
      sending.end();
    });
  }

  it.each([
    [signIn, 'application/json', true],
    [signIn, 'application/json', false],
    [webhook, 'application/x-www-form-urlencoded', true],
    [webhook, 'application/x-www-form-urlencoded', false],
  ])('%s (%s, announced: %s) answers 413 and goes on serving', async (path, type, announced) => {
    await using backend = composedBackend();
    await using server = await listen(backend.app, { port: 0, host: '127.0.0.1' });

    const { status, body } = await send(server.port, path, { announced, type });

    expect([status, errorBodySchema.parse(JSON.parse(body)).error.code]).toEqual([413, 'too-large']);
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
  });

  it('a request may have no body at all', async () => {
    await using backend = composedBackend();
    await using server = await listen(backend.app, { port: 0, host: '127.0.0.1' });

    const response = await fetch(`http://127.0.0.1:${server.port}/api/auth/sign-out`, { method: 'POST' });

    expect(response.status).toBe(200);
  });
});
