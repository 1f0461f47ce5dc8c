/** What was written and not yet saved, so that turning to another call does not lose it. Gone with the page. */
export interface Drafts {
  keep(key: string, draft: unknown): void;
  /** Undefined when there is none. */
  recall(key: string): unknown;
  drop(key: string): void;
  forgetAll(): void;
}

export function createDrafts(): Drafts {
  const kept = new Map<string, unknown>();
  return {
    keep: (key, draft) => {
      kept.set(key, draft);
    },
    recall: (key) => kept.get(key),
    drop: (key) => {
      kept.delete(key);
    },
    forgetAll: () => kept.clear(),
  };
}
