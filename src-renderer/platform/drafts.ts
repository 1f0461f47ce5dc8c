import { z } from 'zod';

/** What was written and not yet saved, so that neither turning to something else nor loading the page again loses it. */
export interface Drafts {
  keep(key: string, draft: unknown): void;
  /** Undefined when there is none. */
  recall(key: string): unknown;
  keys(): readonly string[];
  drop(key: string): void;
  forgetAll(): void;
}

const itemName = 'toritsugi-drafts';
const keptSchema = z.record(z.string(), z.unknown());

/** `storage` lasts as long as this tab: another one has drafts of its own. */
export function createDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const kept = new Map(Object.entries(stored(storage.getItem(itemName))));
  const store = (): void => {
    try {
      storage.setItem(itemName, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // A full or forbidden storage: they last as long as the page.
    }
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
    forgetAll: () => {
      kept.clear();
      storage.removeItem(itemName);
    },
  };
}

function stored(item: string | null): Readonly<Record<string, unknown>> {
  try {
    return keptSchema.safeParse(JSON.parse(item ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}
