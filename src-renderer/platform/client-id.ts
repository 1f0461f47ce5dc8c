import { type ClientId, clientIdSchema } from '../../backend/contract/ids.ts';

const storageKey = 'toritsugi.client';

/** The page that was here before a reload gives its lock back while this one begins. */
const patienceMs = 500;

/**
 * One id for this window, the same after a reload, so that the server knows the softphone again. A duplicated tab begins with a copy of
 * what was stored: the id is taken, and with one of its own only one of the two answers a call. Without locks (a page that came over plain
 * http) that cannot be told.
 */
export async function claimClientId(
  storage: Storage,
  makeId: () => string,
  locks: LockManager | null,
): Promise<ClientId> {
  const known = clientIdSchema.safeParse(storage.getItem(storageKey));
  if (known.success && (await isOurs(known.data, locks))) return known.data;

  const id = clientIdSchema.parse(makeId());
  storage.setItem(storageKey, id);
  await isOurs(id, locks);
  return id;
}

/** Holds the id's lock from now on until the page goes away; false when another page does. */
function isOurs(id: ClientId, locks: LockManager | null): Promise<boolean> {
  if (locks === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patienceMs);
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    locks.request(`${storageKey}.${id}`, { signal }, hold).catch(() => resolve(false));
  });
}
