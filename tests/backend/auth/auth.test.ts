import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheSessions } from '../../../backend/auth/cached-sessions.ts';
import { sessionRoutes } from '../../../backend/auth/session-routes.ts';
import { createTicketStore, type Tickets } from '../../../backend/auth/ticket-store.ts';
import { createUserStore } from '../../../backend/auth/user-store.ts';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { realtimeTicketSchema, sessionSchema } from '../../../backend/contract/session.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { type Api, createApi, origin, password, signIn } from '../../support/api.ts';

let database: Database;
let api: Api;
let tickets: Tickets;

beforeEach(() => {
  database = openDatabase(':memory:');
  api = createApi(database);
  tickets = createTicketStore(database, api.clock);
  api.app.route(
    '/api',
    sessionRoutes({ auth: api.auth, tickets, telephony: { carrier: 'twilio' }, clock: api.clock }),
  );
});

afterEach(() => database[Symbol.dispose]());

async function codeOf(response: Response): Promise<string> {
  return errorBodySchema.parse(await response.json()).error.code;
}

describe('signing in', () => {
  it('opens a session that a cookie carries', async () => {
    const agent = await api.signedIn('suzuki', 'agent');

    const response = await agent.get('/api/session');

    const session = sessionSchema.parse(await response.json());
    expect(session.user).toEqual({
      id: agent.agentId,
      name: 'suzuki',
      email: 'suzuki@example.com',
      role: 'agent',
    });
  });

  it('tells the holidays of this year and the next, on which nobody is called back', async () => {
    const agent = await api.signedIn('suzuki', 'agent');

    const { holidays } = sessionSchema.parse(await (await agent.get('/api/session')).json());

    expect(holidays).toContain('2026-11-23');
    expect(holidays).toContain('2027-01-03');
  });

  it('opens a session that a bearer token carries, without any origin', async () => {
    const agent = await api.signedIn('suzuki', 'admin');

    const response = await api.app.request('/api/session', {
      headers: { authorization: `Bearer ${agent.token}` },
    });

    expect(sessionSchema.parse(await response.json()).user.role).toBe('admin');
  });

  it('outlives the process, since sessions are rows', async () => {
    const agent = await api.signedIn('suzuki', 'agent');
    const restarted = createApi(database);

    const caller = await restarted.auth.callerOf(new Headers({ cookie: agent.cookie }));

    expect(caller?.id).toBe(agent.agentId);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    await api.signedIn('suzuki', 'agent');

    const wrong = await signIn(api.app, 'suzuki@example.com', 'wrong password');
    const unknown = await signIn(api.app, 'nobody@example.com', 'wrong password');

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it('refuses a request without an address in it', async () => {
    const response = await signIn(api.app, 'not an address', password);

    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid-input']);
  });

  it('is noted of whoever signs in, with the time of the session', async () => {
    const before = Date.now();

    const { agentId } = await api.signedIn('suzuki', 'agent');

    const signedInAt = createUserStore(database, api.clock).find(agentId)?.lastSignInAt?.getTime();
    expect(signedInAt).toBeGreaterThanOrEqual(before);
    expect(signedInAt).toBeLessThanOrEqual(Date.now());
  });

  it('slows down whoever tries many passwords, and says for how long', async () => {
    const tries = Array.from({ length: 20 }, () => signIn(api.app, 'suzuki@example.com', 'wrong password'));
    await Promise.all(tries);

    const response = await signIn(api.app, 'suzuki@example.com', password);

    expect([response.status, await codeOf(response)]).toEqual([429, 'too-many-requests']);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is closed for one account after ten wrong passwords, says for how long, and opens again', async () => {
    await api.signedIn('suzuki', 'agent');
    for (let tried = 0; tried < 10; tried += 1) await signIn(api.app, 'Suzuki@example.com', 'wrong password');
    api.clock.pass(60);

    const locked = await signIn(api.app, 'suzuki@example.com', password);
    const other = await signIn(api.app, 'tanaka@example.com', password);
    api.clock.pass(14 * 60);
    const again = await signIn(api.app, 'suzuki@example.com', password);

    const { error } = errorBodySchema.parse(await locked.json());
    expect([locked.status, error.code, error.retryAfter]).toEqual([429, 'too-many-requests', 14 * 60]);
    expect([other.status, again.status]).toEqual([401, 200]);
  });

  it('closes an address without an account in the same way', async () => {
    for (let tried = 0; tried < 10; tried += 1) await signIn(api.app, 'nobody@example.com', 'wrong password');

    expect((await signIn(api.app, 'nobody@example.com', 'wrong password')).status).toBe(429);
  });

  it('makes a session of its own, whatever session the request brings', async () => {
    const suzuki = await api.signedIn('suzuki', 'agent');

    const response = await api.app.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie: suzuki.cookie },
      body: JSON.stringify({ email: 'suzuki@example.com', password }),
    });

    expect(response.status).toBe(200);
    expect(response.headers.get('set-auth-token')).not.toBe(suzuki.token);
  });

  it('refuses a page of another origin', async () => {
    await api.signedIn('suzuki', 'agent');

    const response = await api.app.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ email: 'suzuki@example.com', password }),
    });

    expect(response.status).toBe(403);
  });

  it('has no way for strangers to make an account', async () => {
    const response = await api.app.request('/api/auth/sign-up/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email: 'stranger@example.com', password, name: 'Stranger' }),
    });

    expect(response.status).toBe(404);
  });
});

describe('signing out', () => {
  it('ends the session at once', async () => {
    const agent = await api.signedIn('suzuki', 'agent');
    await agent.get('/api/session');

    const out = await agent.send('POST', '/api/auth/sign-out', {});
    const response = await agent.get('/api/session');

    expect(out.status).toBe(200);
    expect([response.status, await codeOf(response)]).toEqual([401, 'not-signed-in']);
  });
});

describe('createAccount', () => {
  it.each(['too short', 'x'.repeat(129)])('refuses %s as a password', async (secret) => {
    const making = api.auth.createAccount({
      email: 'a@example.com',
      password: secret,
      name: 'A',
      role: 'agent',
    });

    await expect(making).rejects.toThrow('10 to 128 characters');
  });

  it('refuses an address that is taken', async () => {
    await api.signedIn('suzuki', 'agent');

    const making = api.auth.createAccount({
      email: 'Suzuki@example.com',
      password,
      name: 'S',
      role: 'agent',
    });

    await expect(making).rejects.toThrow();
  });
});

describe('realtime tickets', () => {
  it('open one WebSocket, once', async () => {
    const agent = await api.signedIn('suzuki', 'agent');
    const { ticket } = realtimeTicketSchema.parse(
      await (await agent.send('POST', '/api/realtime/ticket', {})).json(),
    );

    const first = tickets.redeem(ticket);
    const second = tickets.redeem(ticket);

    const caller = await api.auth.callerOf(new Headers({ cookie: agent.cookie }));
    expect([first, second]).toEqual([caller?.sessionId, null]);
  });

  it('are good for a minute', () => {
    const ticket = tickets.issue('a session');

    api.clock.pass(60);

    expect(tickets.redeem(ticket)).toBeNull();
  });

  it('are not issued to strangers', async () => {
    const response = await api.app.request('/api/realtime/ticket', { method: 'POST', headers: { origin } });

    expect(response.status).toBe(401);
  });
});

describe('cacheSessions', () => {
  it('asks once for many requests, and again after some seconds', async () => {
    const agent = await api.signedIn('suzuki', 'agent');
    let asked = 0;
    const sessions = cacheSessions(
      {
        callerOf: (headers) => {
          asked += 1;
          return api.auth.callerOf(headers);
        },
      },
      api.clock,
    );
    const headers = new Headers({ cookie: agent.cookie });

    await sessions.callerOf(headers);
    await sessions.callerOf(headers);
    const soon = asked;
    api.clock.pass(10);
    await sessions.callerOf(headers);

    expect([soon, asked]).toEqual([1, 2]);
  });

  it('does not remember a session that ended while it was looked up', async () => {
    const agent = await api.signedIn('suzuki', 'agent');
    const sessions = cacheSessions(api.auth, api.clock);
    const headers = new Headers({ cookie: agent.cookie });

    const lookup = sessions.callerOf(headers);
    sessions.forget();
    await lookup;
    await agent.send('POST', '/api/auth/sign-out', {});

    expect(await sessions.callerOf(headers)).toBeNull();
  });
});
