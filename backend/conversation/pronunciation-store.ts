import { eq, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Pronunciation } from '../contract/speech.ts';
import type { Database } from '../db/database.ts';
import { pronunciations } from '../db/schema/speech.ts';

export interface PronunciationStore {
  /** Empty for whoever has no dictionary. */
  of(agentId: AgentId): readonly Pronunciation[];
  save(agentId: AgentId, entries: readonly Pronunciation[]): void;
}

export function createPronunciationStore({ query }: Database): PronunciationStore {
  const byAgent = query
    .select({ entries: pronunciations.entries })
    .from(pronunciations)
    .where(eq(pronunciations.agentId, sql.placeholder('agentId')))
    .prepare();

  return {
    of: (agentId) => byAgent.get({ agentId })?.entries ?? [],
    save(agentId, entries) {
      query
        .insert(pronunciations)
        .values({ agentId, entries })
        .onConflictDoUpdate({ target: pronunciations.agentId, set: { entries } })
        .run();
    },
  };
}
