import { beforeEach, describe, expect, it } from 'vitest';
import { claimClientId } from '../../../src-renderer/platform/client-id.ts';

beforeEach(() => sessionStorage.clear());

function claim(locks: LockManager | null = navigator.locks) {
  return claimClientId(sessionStorage, () => crypto.randomUUID(), locks);
}

describe("a window's id", () => {
  it('is kept for the next page of the same window', async () => {
    const first = await claim(null);

    expect(await claim(null)).toBe(first);
  });

  it('is another one in a duplicated tab, which begins with a copy of what was stored', async () => {
    const original = await claim();

    const duplicate = await claim();

    expect(duplicate).not.toBe(original);
  });

  it('is kept when the page that held it goes away while the next one begins', async () => {
    const id = await claim(null);
    const { promise: gone, resolve: goAway } = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    void navigator.locks.request(`toritsugi.client.${id}`, () => {
      holding.resolve();
      return gone;
    });
    await holding.promise;

    const next = claim();
    goAway();

    expect(await next).toBe(id);
  });
});
