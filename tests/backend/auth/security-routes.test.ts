import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import {
  backupCodesSchema,
  secondFactorDraftSchema,
  signInAnswerSchema,
} from '../../../backend/contract/second-factor.ts';
import { usersSchema } from '../../../backend/contract/users.ts';
import { signInFailures } from '../../../backend/db/schema/accounts.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { origin, password, signIn } from '../../support/api.ts';
import { codeShownFor } from '../../support/authenticator-app.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';

type Headers = Record<string, string>;

const email = 'agent@example.com';
let backend: ComposedBackend;

beforeEach(async () => {
  backend = composedBackend();
  await backend.agentHeaders();
});

afterEach(() => backend[Symbol.asyncDispose]());

async function ask(method: string, path: string, body: unknown, headers: Headers) {
  const response = await backend.app.request(`/api${path}`, {
    method,
    headers: { origin, ...headers, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return response;
}

function bearerOf(response: Response): Headers {
  return { authorization: `Bearer ${response.headers.get('set-auth-token')}` };
}

async function codeOf(response: Response): Promise<string> {
  return errorBodySchema.parse(await response.json()).error.code;
}

async function signedIn(secret = password): Promise<Headers> {
  return bearerOf(await signIn(backend.app, email, secret));
}

async function challenged(secret = password): Promise<string> {
  const answer = signInAnswerSchema.parse(await (await signIn(backend.app, email, secret)).json());
  return 'challenge' in answer ? answer.challenge : 'no challenge';
}

function enter(challenge: string, code: string) {
  return ask('POST', '/auth/sign-in/code', { challenge, code }, {});
}

async function whoIs(headers: Headers): Promise<number> {
  return (await ask('GET', '/session', null, headers)).status;
}

/** With an app: its key, the backup codes and the session that switching it on gave. */
async function withSecondFactor() {
  const before = await signedIn();
  const draft = secondFactorDraftSchema.parse(
    await (await ask('POST', '/security/second-factor', { password }, before)).json(),
  );
  const confirmed = await ask('PUT', '/security/second-factor', { code: codeShownFor(draft.key) }, before);
  return { ...draft, before, session: bearerOf(confirmed), confirmed };
}

function actions(): readonly string[] {
  return backend.database.query
    .select()
    .from(audit)
    .all()
    .map(({ action }) => action);
}

describe('a second factor', () => {
  it('is off until a code from the app was entered', async () => {
    const session = await signedIn();
    await ask('POST', '/security/second-factor', { password }, session);

    const wrong = await ask('PUT', '/security/second-factor', { code: '000000' }, session);

    expect(await codeOf(wrong)).toBe('sign-in-code-wrong');
    expect((await signIn(backend.app, email, password)).headers.get('set-auth-token')).not.toBeNull();
  });

  it('asks for the password before it shows a key', async () => {
    const answer = await ask(
      'POST',
      '/security/second-factor',
      { password: 'not this one' },
      await signedIn(),
    );

    expect([answer.status, await codeOf(answer)]).toEqual([409, 'password-wrong']);
  });

  it('replaces the session with which it was switched on, and tells the audit log', async () => {
    const { before, session, confirmed } = await withSecondFactor();

    expect(await confirmed.json()).toEqual({ secondFactor: 'on' });
    expect([await whoIs(before), await whoIs(session)]).toEqual([401, 200]);
    expect(actions()).toContain('second-factor-on');
  });

  it('is asked for after the password, which opens no session by itself', async () => {
    await withSecondFactor();

    const answer = await signIn(backend.app, email, password);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-auth-token')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('opens the session with the code that the app shows, as cookie and as token', async () => {
    const { key } = await withSecondFactor();

    const answer = await enter(await challenged(), codeShownFor(key));

    expect(answer.status).toBe(200);
    expect(await whoIs(bearerOf(answer))).toBe(200);
    expect(answer.headers.getSetCookie().some((set) => set.includes('session_token='))).toBe(true);
  });

  it('takes each backup code once', async () => {
    const { backupCodes } = await withSecondFactor();
    const [code = ''] = backupCodes;

    const first = await enter(await challenged(), code);
    const again = await enter(await challenged(), code);

    expect([first.status, await codeOf(again)]).toEqual([200, 'sign-in-code-wrong']);
  });

  it('forgets the old backup codes when new ones are made', async () => {
    const { backupCodes, session } = await withSecondFactor();
    const [old = ''] = backupCodes;

    const made = await ask('POST', '/security/second-factor/backup-codes', { password }, session);

    const [fresh = ''] = backupCodesSchema.parse(await made.json()).backupCodes;
    expect(await codeOf(await enter(await challenged(), old))).toBe('sign-in-code-wrong');
    expect((await enter(await challenged(), fresh)).status).toBe(200);
  });

  it('ends the challenge after five wrong codes, also for the right one', async () => {
    const { key } = await withSecondFactor();
    const challenge = await challenged();
    for (let tried = 0; tried < 5; tried += 1) await enter(challenge, '000000');

    const answer = await enter(challenge, codeShownFor(key));

    expect(await codeOf(answer)).toBe('sign-in-over');
  });

  it('is closed for a quarter of an hour after ten wrong codes in a row', async () => {
    const { key } = await withSecondFactor();
    const challenges = [await challenged(), await challenged()];
    for (const challenge of challenges) {
      for (let tried = 0; tried < 5; tried += 1) await enter(challenge, '000000');
    }

    const answer = await enter(await challenged(), codeShownFor(key));

    const { error } = errorBodySchema.parse(await answer.json());
    expect([answer.status, error.code, error.retryAfter]).toEqual([429, 'too-many-requests', 900]);
  });

  it('takes no challenge that nobody was given', async () => {
    await withSecondFactor();

    const answer = await enter('made-up.c2lnbmF0dXJl', '123456');

    expect(await codeOf(answer)).toBe('sign-in-over');
  });

  it('does not take a session for a challenge', async () => {
    const { key, session } = await withSecondFactor();

    const answer = await ask(
      'POST',
      '/auth/sign-in/code',
      { challenge: 'made-up.c2lnbmF0dXJl', code: codeShownFor(key) },
      session,
    );

    expect(await codeOf(answer)).toBe('sign-in-over');
  });

  it('is switched off with the password', async () => {
    const { session } = await withSecondFactor();

    const off = await ask('POST', '/security/second-factor/off', { password }, session);

    expect(await off.json()).toEqual({ secondFactor: 'off' });
    expect(await whoIs(await signedIn())).toBe(200);
    expect(actions()).toContain('second-factor-off');
  });

  it('is reset by an admin, which ends the sessions and is in the audit log', async () => {
    const { session } = await withSecondFactor();
    const admin = await backend.adminHeaders();
    const { users } = usersSchema.parse(await (await ask('GET', '/users', null, admin)).json());
    const lost = users.find((user) => user.email === email);

    const reset = await ask('DELETE', `/users/${lost?.id}/second-factor`, {}, admin);

    expect([lost?.hasSecondFactor, reset.status]).toEqual([true, 200]);
    expect(await whoIs(session)).toBe(401);
    expect(await whoIs(await signedIn())).toBe(200);
    expect(actions()).toContain('second-factor-reset');
  });
});

describe('PUT /api/security/password', () => {
  const wanted = 'marble tulip ferry';

  it('ends all other sessions, and gives this one a new token', async () => {
    const here = await signedIn();
    const elsewhere = await signedIn();

    const answer = await ask('PUT', '/security/password', { present: password, wanted }, here);

    expect(answer.status).toBe(200);
    expect([await whoIs(here), await whoIs(elsewhere)]).toEqual([401, 401]);
    expect(await whoIs(bearerOf(answer))).toBe(200);
    expect((await signIn(backend.app, email, password)).status).toBe(401);
    expect(actions()).toContain('password-set');
  });

  it.each([
    ['password12345', 'password-guessable'],
    ['example-agent-2026', 'password-personal'],
  ])('refuses %s', async (weak, code) => {
    const here = await signedIn();

    const answer = await ask('PUT', '/security/password', { present: password, wanted: weak }, here);

    expect([answer.status, await codeOf(answer)]).toEqual([409, code]);
    expect(await whoIs(here)).toBe(200);
  });

  it('counts a wrong present password as at the sign-in', async () => {
    const here = await signedIn();

    const answer = await ask('PUT', '/security/password', { present: 'not this one', wanted }, here);

    expect(await codeOf(answer)).toBe('password-wrong');
    expect(backend.database.query.select().from(signInFailures).all()).toMatchObject([{ email, count: 1 }]);
  });
});
