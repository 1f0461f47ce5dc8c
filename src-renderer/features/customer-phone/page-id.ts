import { phonePageSchema } from '../../../backend/contract/customer-phone.ts';

const storageKey = 'toritsugi.customer-phone';

/** One id for this window, the same after a reload, so that a reload does not hang up. */
export function pageIdOf(storage: Storage, makeId: () => string): string {
  const known = phonePageSchema.safeParse({ pageId: storage.getItem(storageKey) });
  if (known.success) return known.data.pageId;
  const pageId = makeId();
  storage.setItem(storageKey, pageId);
  return pageId;
}
