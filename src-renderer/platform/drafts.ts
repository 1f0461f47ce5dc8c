import { z } from 'zod';

/** What was written and not yet saved, so that neither turning to something else nor loading the page again loses it. */
export interface Drafts {
  keep(key: string, draft: unknown): void;
  /** Undefined when there is none. */
  recall(key: string): unknown;
  keys(): readonly string[];
  drop(key: string): void;
  /** From now on they are this account's: what another one has left is forgotten, also what it left before the page was loaded. */
  belongTo(account: string): void;
  forgetAll(): void;
}

const itemName = 'toritsugi-drafts';
const keptSchema = z.object({ account: z.string().nullable(), drafts: z.record(z.string(), z.unknown()) });
type Kept = z.infer<typeof keptSchema>;

/** `storage` lasts as long as this tab: another one has drafts of its own. */
export function createDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const before = stored(storage.getItem(itemName));
  let account = before.account;
  const kept = new Map(Object.entries(before.drafts));
  const store = (): void => {
    try {
      storage.setItem(itemName, JSON.stringify({ account, drafts: Object.fromEntries(kept) } satisfies Kept));
    } catch {
      // A full or forbidden storage: they last as long as the page.
    }
  };
  const forgetAll = (): void => {
    kept.clear();
    storage.removeItem(itemName);
  };
  return {
    keep: (key, draft) => {
      kept.set(key, draft);
      store();
    },
    recall: (key) => kept.get(key),
    keys: () => [...kept.keys()],
    drop: (key) => {
      if (kept.delete(key)) store();
    },
    belongTo: (owner) => {
      if (account === owner) return;
      account = owner;
      forgetAll();
    },
    forgetAll,
  };
}

function stored(item: string | null): Kept {
  const nothing: Kept = { account: null, drafts: {} };
  try {
    return keptSchema.safeParse(JSON.parse(item ?? '{}')).data ?? nothing;
  } catch {
    return nothing;
  }
}
