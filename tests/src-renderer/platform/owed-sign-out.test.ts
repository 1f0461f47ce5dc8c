import { beforeEach, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../src-renderer/platform/api-failure.ts';
import { owingSignOut } from '../../../src-renderer/platform/owed-sign-out.ts';
import { createFakeServer, type FakeServer, json, refused } from '../support/fake-server.ts';

const signOut = { method: 'POST', path: '/api/auth/sign-out', body: {} } as const;
const signIn = { method: 'POST', path: '/api/auth/sign-in/email' } as const;
const session = { method: 'GET', path: '/api/session' } as const;
const done = () => json({});
const noAnswer = () => Promise.reject(new ApiFailure('unreachable', 'no answer'));

describe('owingSignOut', () => {
  let server: FakeServer;

  beforeEach(() => {
    localStorage.clear();
    server = createFakeServer({
      'POST /api/auth/sign-out': done,
      'POST /api/auth/sign-in/email': done,
      'GET /api/session': done,
    });
  });

  /** As it is after a reload too: what is owed is kept by the browser. */
  const transport = () => owingSignOut(server.transport, localStorage);

  it('tells the server of a sign-out that it missed, before anything else is asked', async () => {
    server.answer({ 'POST /api/auth/sign-out': noAnswer });
    await expect(transport()(signOut)).rejects.toThrow('no answer');
    server.answer({ 'POST /api/auth/sign-out': done });

    await transport()(session);
    await transport()(session);

    expect(asked(server)).toEqual([signOut.path, signOut.path, session.path, session.path]);
  });

  it('asks for nothing while the server has not heard of it', async () => {
    server.answer({ 'POST /api/auth/sign-out': noAnswer });
    await expect(transport()(signOut)).rejects.toThrow('no answer');

    await expect(transport()(session)).rejects.toThrow('no answer');

    expect(asked(server)).not.toContain(session.path);
  });

  it('owes nothing for a session that was ended, or that another one has followed', async () => {
    await transport()(signOut);
    await transport()(session);
    server.answer({ 'POST /api/auth/sign-out': () => refused('internal', 500) });
    await transport()(signOut);
    await transport()(signIn);
    await transport()(session);

    expect(asked(server)).toEqual([signOut.path, session.path, signOut.path, signIn.path, session.path]);
  });
});

function asked({ requests }: FakeServer): string[] {
  return requests.map(({ path }) => path);
}
