import { describe, expect, it } from 'vitest';
import type { UpdateStatus } from '../../../src-main/ipc/contract/app.ts';
import type { UpdateEvent } from '../../../src-main/updates/update-status.ts';
import { createUpdates } from '../../../src-main/updates/updates.ts';

type Look = (happened: (event: UpdateEvent) => void) => Promise<boolean>;

function updating(look: Look, isOnCall = false) {
  const statuses: UpdateStatus[] = [];
  const failures: unknown[] = [];
  let installed = 0;
  const updates = createUpdates({
    source: (happened) => ({
      look: () => look(happened),
      install: async () => {
        installed += 1;
      },
    }),
    isOnCall: () => isOnCall,
    onChanged: (status) => statuses.push(status),
    onFailed: (error) => failures.push(error),
  });
  return { updates, statuses, failures, installed: () => installed };
}

const findsAndFetches: Look = async (happened) => {
  happened({ type: 'found', version: '0.2.0' });
  happened({ type: 'downloaded', version: '0.2.0' });
  return true;
};

describe('createUpdates', () => {
  it('tells every step of an update', async () => {
    const { updates, statuses } = updating(findsAndFetches);

    await updates.check();

    expect(statuses.map(({ kind }) => kind)).toEqual(['checking', 'available', 'ready']);
  });

  it('installs a version that is ready, and only then', async () => {
    const { updates, installed } = updating(findsAndFetches);

    const tooEarly = updates.install();
    await updates.check();
    const inTime = updates.install();

    expect([tooEarly, inTime]).toEqual(['not-ready', 'installing']);
    expect(installed()).toBe(1);
  });

  it('does not restart the app under a conversation', async () => {
    const { updates, installed } = updating(findsAndFetches, true);
    await updates.check();

    expect(updates.install()).toBe('on-call');
    expect(installed()).toBe(0);
  });

  it('reports a feed that cannot be read', async () => {
    const why = new Error('no such host');
    const { updates, failures } = updating(() => Promise.reject(why));

    const status = await updates.check();

    expect(status).toEqual({ kind: 'failed' });
    expect(failures).toEqual([why]);
  });

  it('is off for a copy that cannot be replaced', async () => {
    const { updates } = updating(async () => false);

    expect(await updates.check()).toEqual({ kind: 'off', why: 'not-installed' });
  });

  it('looks nowhere in development', async () => {
    const updates = createUpdates({
      source: 'development',
      isOnCall: () => false,
      onChanged: () => undefined,
      onFailed: () => undefined,
    });

    expect(await updates.check()).toEqual({ kind: 'off', why: 'development' });
  });
});
