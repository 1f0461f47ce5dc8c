import { type ClientId, clientIdSchema } from '../../backend/contract/ids.ts';

const storageKey = 'toritsugi.client';

/** One id for this window, the same after a reload, so that the server knows the softphone again. */
export function clientIdOf(storage: Storage, makeId: () => string): ClientId {
  const known = clientIdSchema.safeParse(storage.getItem(storageKey));
  if (known.success) return known.data;

  const id = clientIdSchema.parse(makeId());
  storage.setItem(storageKey, id);
  return id;
}
