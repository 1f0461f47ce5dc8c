import { beforeEach, describe, expect, it } from 'vitest';
import { type CachedSessions, cacheSessions } from '../../../backend/auth/cached-sessions.ts';
import type { Caller } from '../../../backend/auth/caller.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { fixedClock } from '../../support/fixed-clock.ts';

const proxyPassword = 'Basic c3RhZ2luZzpzdGFnaW5n';

function callerNamed(name: string): Caller {
  return {
    id: agentIdSchema.parse(name),
    name,
    email: `${name}@example.com`,
    role: 'agent',
    sessionId: name,
  };
}

/** As the library reads them: a bearer token that it knows goes before the cookie, and anything else in that header is not its own. */
const bearers = new Map([['Bearer of-sato', callerNamed('sato')]]);
const cookies = new Map([
  ['session=of-suzuki', callerNamed('suzuki')],
  ['session=of-tanaka', callerNamed('tanaka')],
]);

let clock: ReturnType<typeof fixedClock>;
let sessions: CachedSessions;
let lookUps: number;

beforeEach(() => {
  clock = fixedClock();
  lookUps = 0;
  const library = {
    async callerOf(headers: Headers) {
      lookUps += 1;
      const byBearer = bearers.get(headers.get('authorization') ?? '');
      return byBearer ?? cookies.get(headers.get('cookie') ?? '') ?? null;
    },
  };
  sessions = cacheSessions(library, clock);
});

async function nameOf(headers: Record<string, string>): Promise<string | null> {
  const caller = await sessions.callerOf(new Headers(headers));
  return caller?.name ?? null;
}

describe('remembered sessions', () => {
  it.each([proxyPassword, 'Bearer of-nobody'])(
    'tell apart the cookies of two people who send the same authorization %s',
    async (authorization) => {
      const names = [
        await nameOf({ authorization, cookie: 'session=of-suzuki' }),
        await nameOf({ authorization, cookie: 'session=of-tanaka' }),
        await nameOf({ authorization }),
      ];

      expect(names).toEqual(['suzuki', 'tanaka', null]);
    },
  );

  it('tell apart a bearer token from the same cookie without it', async () => {
    const cookie = 'session=of-suzuki';

    const names = [await nameOf({ cookie, authorization: 'Bearer of-sato' }), await nameOf({ cookie })];

    expect(names).toEqual(['sato', 'suzuki']);
  });

  it('never take one header for the other', async () => {
    const names = [
      await nameOf({ authorization: 'Bearer of-sato' }),
      await nameOf({ cookie: 'Bearer of-sato' }),
    ];

    expect(names).toEqual(['sato', null]);
  });

  it('are looked up once in ten seconds', async () => {
    const headers = { authorization: proxyPassword, cookie: 'session=of-suzuki' };

    await nameOf(headers);
    await nameOf(headers);
    clock.pass(11);
    await nameOf(headers);

    expect(lookUps).toBe(2);
  });

  it('are looked up again after anything that can end one', async () => {
    await nameOf({ cookie: 'session=of-suzuki' });

    sessions.forget();
    cookies.delete('session=of-suzuki');
    const name = await nameOf({ cookie: 'session=of-suzuki' });
    cookies.set('session=of-suzuki', callerNamed('suzuki'));

    expect(name).toBeNull();
  });
});
