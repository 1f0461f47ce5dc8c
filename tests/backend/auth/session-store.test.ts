import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSessionStore } from '../../../backend/auth/session-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { session, user } from '../../../backend/db/schema/accounts.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const clock = fixedClock();
const inAnHour = new Date(clock.now().getTime() + 3_600_000);

let database: Database;

beforeEach(() => {
  database = openDatabase(':memory:');
  const made = { createdAt: clock.now(), updatedAt: clock.now() };
  const account = { id: 'suzuki', name: '鈴木', email: 'suzuki@example.com', ...made };
  database.query.insert(user).values(account).run();
  const row = { id: 'one', token: 'secret', userId: 'suzuki', expiresAt: inAnHour, ...made };
  database.query.insert(session).values(row).run();
});

afterEach(() => database[Symbol.dispose]());

describe('a session', () => {
  it('is of its account, in the role that it has now', () => {
    const sessions = createSessionStore(database, clock);
    const before = sessions.viewerOf('one');

    database.query.update(user).set({ role: 'admin' }).run();

    expect([before, sessions.viewerOf('one')]).toEqual([
      { id: 'suzuki', role: 'agent' },
      { id: 'suzuki', role: 'admin' },
    ]);
  });

  it('is nobody’s when it never was, has been revoked, or is too old', () => {
    const sessions = createSessionStore(database, clock);
    const unknown = sessions.viewerOf('another');
    clock.pass(3_600);
    const old = sessions.viewerOf('one');
    database.query.delete(session).run();

    expect([unknown, old, sessions.viewerOf('one')]).toEqual([null, null, null]);
  });
});
