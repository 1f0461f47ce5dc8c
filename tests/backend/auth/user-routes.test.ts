import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type AddUser, invitationSchema, userSchema, usersSchema } from '../../../backend/contract/users.ts';
import { verification } from '../../../backend/db/schema/accounts.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { password, signIn } from '../../support/api.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

type Headers = Record<string, string>;

const misaki: AddUser = { name: '佐藤 美咲', email: 'misaki@example.com', role: 'agent' };
const chosen = 'a password of her own';

let backend: ComposedBackend;
let admin: Headers;

beforeEach(async () => {
  backend = composedBackend();
  admin = await backend.adminHeaders();
});

afterEach(() => backend[Symbol.asyncDispose]());

async function ask(method: string, path: string, body?: unknown, headers: Headers = admin) {
  const response = await backend.app.request(`/api${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: response.status === 204 ? null : await response.json(),
  };
}

async function asked<Schema extends z.ZodType>(schema: Schema, ...request: Parameters<typeof ask>) {
  return schema.parse((await ask(...request)).body);
}

async function users() {
  return (await asked(usersSchema, 'GET', '/users')).users;
}

async function invite(changes: Partial<AddUser> = {}) {
  const { user, link } = await asked(invitationSchema, 'POST', '/users', { ...misaki, ...changes });
  return { user, link, token: tokenOf(link.url) };
}

function tokenOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}

function setPassword(token: string, wanted = chosen) {
  return ask('POST', '/password', { token, password: wanted }, {});
}

async function signedIn(email: string, secret = chosen): Promise<Headers> {
  const response = await signIn(backend.app, email, secret);
  return { authorization: `Bearer ${response.headers.get('set-auth-token')}` };
}

/** Invited, with a password, and signed in. */
async function member(changes: Partial<AddUser> = {}) {
  const { user, token } = await invite(changes);
  await setPassword(token);
  return { ...user, headers: await signedIn(user.email) };
}

function refusal(code: string) {
  return { body: { error: { code } } };
}

function audited() {
  return backend.database.query.select().from(audit).all();
}

describe('POST /api/users', () => {
  it('adds somebody who cannot sign in before they set a password', async () => {
    const { user, link } = await invite();

    expect(user).toMatchObject({ ...misaki, state: 'invited', lastSignInAt: null });
    expect(user.linkExpiresAt).toBe(link.expiresAt);
    expect(link.url).toMatch(/^http:\/\/localhost:8787\/#\/set-password\/[\w-]{43}$/);
    expect((await signIn(backend.app, user.email, '')).status).toBe(400);
    expect((await signIn(backend.app, user.email, chosen)).status).toBe(401);
  });

  it('keeps who added whom, and nothing that opens the account', async () => {
    const { user, token } = await invite();

    expect(audited()).toMatchObject([
      { subject: 'account', action: 'added', subjectId: user.id, before: null, after: misaki },
    ]);
    expect(
      JSON.stringify([audited(), backend.database.query.select().from(verification).all()]),
    ).not.toContain(token);
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(61) }, 'name'],
    [{ email: 'misaki' }, 'email'],
    [{ role: 'owner' }, 'role'],
  ])('refuses %j', async (changes, path) => {
    const { status, body } = await ask('POST', '/users', { ...misaki, ...changes });

    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid-input', fields: [{ path }] } });
  });

  it('refuses an address that somebody has, however it is written', async () => {
    await invite();

    const answer = await ask('POST', '/users', { ...misaki, email: ' Misaki@Example.com ' });

    expect(answer).toMatchObject({ status: 409, ...refusal('email-taken') });
    expect(await users()).toHaveLength(2);
  });
});

describe('GET /api/users', () => {
  it('tells when each of them signed in last', async () => {
    const before = new Date().toISOString();
    await member();

    const [, listed] = await users();

    expect(listed).toMatchObject({ ...misaki, state: 'active', linkExpiresAt: null });
    expect(listed?.lastSignInAt?.localeCompare(before)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['GET', '/users'],
    ['POST', '/users'],
    ['PUT', '/users/somebody'],
    ['POST', '/users/somebody/password-link'],
    ['GET', '/telephony'],
  ])('is, as %s %s, not for agents', async (method, path) => {
    const { headers } = await member();

    expect(await ask(method, path, undefined, headers)).toMatchObject({
      status: 403,
      ...refusal('not-allowed'),
    });
  });
});

describe('POST /api/password', () => {
  it('sets the password, with which its owner signs in', async () => {
    const { token, user } = await invite();

    const answer = await setPassword(token);

    expect(answer).toMatchObject({ status: 200, body: { email: misaki.email } });
    expect((await signIn(backend.app, misaki.email, chosen)).status).toBe(200);
    expect(audited().at(-1)).toMatchObject({ action: 'password-set', actorId: user.id, subjectId: user.id });
  });

  it('works once', async () => {
    const { token } = await invite();
    await setPassword(token);

    const again = await setPassword(token, 'another password');

    expect(again).toMatchObject({ status: 409, ...refusal('link-over') });
    expect((await signIn(backend.app, misaki.email, chosen)).status).toBe(200);
  });

  it('works once also when it is used twice at the same moment', async () => {
    const { token } = await invite();

    const answers = await Promise.all([setPassword(token), setPassword(token)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('refuses a link that has expired', async () => {
    const { token } = await invite();
    backend.database.query.update(verification).set({ expiresAt: new Date() }).run();

    expect(await setPassword(token)).toMatchObject({ status: 409, ...refusal('link-over') });
    expect((await users()).at(-1)?.linkExpiresAt).toBeNull();
  });

  it('tells without changing anything whether a link can still be used', async () => {
    const { token } = await invite();
    const check = () => ask('POST', '/password/link', { token }, {});

    const before = [await check(), await check()];
    await setPassword(token);
    const after = await check();

    expect(before.map(({ status }) => status)).toEqual([204, 204]);
    expect(after).toMatchObject({ status: 409, ...refusal('link-over') });
  });

  it('tells somebody whose account is disabled, and nobody who does not know the password', async () => {
    const { token, user } = await invite();
    await setPassword(token);
    await ask('PUT', `/users/${user.id}`, { disabled: true });

    const own = await signIn(backend.app, misaki.email, chosen);
    const guessed = await signIn(backend.app, misaki.email, 'a wrong password');

    expect([own.status, await own.json()]).toMatchObject([403, { error: { code: 'account-disabled' } }]);
    expect(guessed.status).toBe(401);
  });

  it('refuses what nobody ever gave out', async () => {
    expect(await setPassword('x'.repeat(43))).toMatchObject({ status: 409, ...refusal('link-over') });
  });

  it('refuses the link of somebody who was disabled meanwhile, also when they are enabled again', async () => {
    const { user, token } = await invite();

    const disabled = await asked(userSchema, 'PUT', `/users/${user.id}`, { disabled: true });
    const whileDisabled = await setPassword(token);
    await ask('PUT', `/users/${user.id}`, { disabled: false });
    const afterwards = await setPassword(token);

    expect(disabled.linkExpiresAt).toBeNull();
    expect(whileDisabled).toMatchObject(refusal('link-over'));
    expect(afterwards).toMatchObject(refusal('link-over'));
    const { link } = await asked(invitationSchema, 'POST', `/users/${user.id}/password-link`);
    expect((await setPassword(tokenOf(link.url))).status).toBe(200);
  });

  it.each(['too short', 'x'.repeat(129)])('refuses %s as a password, and keeps the link', async (wanted) => {
    const { token } = await invite();

    const answer = await setPassword(token, wanted);

    expect(answer).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'password' }] } } });
    expect((await setPassword(token)).status).toBe(200);
  });

  it('slows down whoever tries many, and says for how long', async () => {
    await Promise.all(Array.from({ length: 20 }, () => setPassword('guess')));

    const answer = await setPassword('guess');

    expect(answer).toMatchObject({ status: 429, ...refusal('too-many-requests') });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('POST /api/users/:userId/password-link', () => {
  it('ends the sessions and the password, and gives a link for another', async () => {
    const { id, headers } = await member();

    const { user, link } = await asked(invitationSchema, 'POST', `/users/${id}/password-link`);

    expect(user.state).toBe('invited');
    expect((await ask('GET', '/session', undefined, headers)).status).toBe(401);
    expect((await signIn(backend.app, misaki.email, chosen)).status).toBe(401);
    await setPassword(tokenOf(link.url), 'the next password');
    expect((await signIn(backend.app, misaki.email, 'the next password')).status).toBe(200);
  });

  it('takes back the link before', async () => {
    const { user, token } = await invite();

    const { link } = await asked(invitationSchema, 'POST', `/users/${user.id}/password-link`);

    expect(await setPassword(token)).toMatchObject(refusal('link-over'));
    expect((await setPassword(tokenOf(link.url))).status).toBe(200);
  });

  it('leaves the admin who asks for their own signed in until they use it', async () => {
    const [me] = await users();

    const { link } = await asked(invitationSchema, 'POST', `/users/${me?.id}/password-link`);

    expect((await ask('GET', '/session')).status).toBe(200);
    expect((await signIn(backend.app, 'admin@example.com', password)).status).toBe(200);
    await setPassword(tokenOf(link.url));
    expect((await ask('GET', '/session')).status).toBe(401);
  });

  it('is not given for an account that is disabled, nor for one that is not there', async () => {
    const { user } = await invite();
    await ask('PUT', `/users/${user.id}`, { disabled: true });

    const disabled = await ask('POST', `/users/${user.id}/password-link`);
    const missing = await ask('POST', '/users/nobody/password-link');

    expect(disabled).toMatchObject({ status: 409, ...refusal('changed-elsewhere') });
    expect(missing).toMatchObject({ status: 404, ...refusal('not-found') });
  });
});

describe('PUT /api/users/:userId', () => {
  it('changes name and role, from the next request on', async () => {
    const { id, headers } = await member();
    expect((await ask('GET', '/users', undefined, headers)).status).toBe(403);

    const changed = await asked(userSchema, 'PUT', `/users/${id}`, {
      name: '鈴木 美咲',
      role: 'admin',
    });

    expect(changed).toMatchObject({ name: '鈴木 美咲', role: 'admin', state: 'active' });
    expect((await ask('GET', '/users', undefined, headers)).status).toBe(200);
    expect(audited().at(-1)).toMatchObject({
      action: 'changed',
      subjectId: id,
      before: { name: misaki.name, role: 'agent', disabled: false },
      after: { name: '鈴木 美咲', role: 'admin', disabled: false },
    });
  });

  it('leaves what others changed meanwhile, whoever still sees the account as it was', async () => {
    const { id } = await member({ role: 'admin' });
    await ask('PUT', `/users/${id}`, { role: 'agent' });
    await ask('PUT', `/users/${id}`, { disabled: true });

    const renamed = await asked(userSchema, 'PUT', `/users/${id}`, { name: '鈴木 美咲' });

    expect(renamed).toMatchObject({ name: '鈴木 美咲', role: 'agent', state: 'disabled' });
  });

  it('signs out whom it disables, at once and until they are enabled', async () => {
    const { id, headers } = await member();
    await ask('GET', '/session', undefined, headers);

    const disabled = await asked(userSchema, 'PUT', `/users/${id}`, { disabled: true });

    expect(disabled.state).toBe('disabled');
    expect((await ask('GET', '/session', undefined, headers)).status).toBe(401);
    expect((await signIn(backend.app, misaki.email, chosen)).status).toBe(403);
    await ask('PUT', `/users/${id}`, { disabled: false });
    expect((await signIn(backend.app, misaki.email, chosen)).status).toBe(200);
  });

  it('takes whom it disables off the list of colleagues', async () => {
    const { id } = await member();

    await ask('PUT', `/users/${id}`, { disabled: true });

    expect((await ask('GET', '/agents')).body).toMatchObject({ agents: [{ name: 'Admin' }] });
  });

  it.each([{ role: 'agent' }, { disabled: true }])(
    'does not let anybody do %j to themselves',
    async (changes) => {
      await member({ role: 'admin' });
      const [me] = await users();

      const answer = await ask('PUT', `/users/${me?.id}`, changes);

      expect(answer).toMatchObject({ status: 409, ...refusal('own-account') });
    },
  );

  it('lets anybody change their own name', async () => {
    const [me] = await users();

    const answer = await ask('PUT', `/users/${me?.id}`, { name: 'Boss' });

    expect(answer).toMatchObject({ status: 200, body: { name: 'Boss' } });
  });

  it.each([{ name: '' }, { role: 'owner' }, { disabled: 'yes' }, {}, { nickname: 'x' }])(
    'refuses %j',
    async (changes) => {
      const { user } = await invite();

      const answer = await ask('PUT', `/users/${user.id}`, changes);

      expect(answer).toMatchObject({ status: 400, ...refusal('invalid-input') });
    },
  );

  it('knows nobody of that id', async () => {
    const answer = await ask('PUT', '/users/nobody', { name: 'X' });

    expect(answer).toMatchObject({ status: 404, ...refusal('not-found') });
  });
});
