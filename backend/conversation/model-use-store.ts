import type { Database } from '../db/database.ts';
import { modelUses } from '../db/schema/speech.ts';

type ModelUse = Omit<typeof modelUses.$inferInsert, 'id'>;

/** Every time a language model was asked, and what came of it. */
export interface ModelUses {
  add(use: ModelUse): void;
}

export function createModelUseStore({ query }: Database): ModelUses {
  return {
    add(use) {
      query.insert(modelUses).values(use).run();
    },
  };
}
