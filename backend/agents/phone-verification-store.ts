import { eq, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { phoneVerifications } from '../db/schema/agents.ts';

type PhoneVerificationRow = typeof phoneVerifications.$inferSelect;

/** Codes that were told on telephones and are not entered yet, one an agent. */
export interface PhoneVerificationStore {
  find(agentId: AgentId): PhoneVerificationRow | null;
  /** In place of the one before. */
  save(verification: PhoneVerificationRow): void;
  countWrongAttempt(agentId: AgentId): void;
  remove(agentId: AgentId): void;
}

export function createPhoneVerificationStore({ query }: Database): PhoneVerificationStore {
  const { agentId: id, wrongAttempts } = phoneVerifications;
  return {
    find: (agentId) => query.select().from(phoneVerifications).where(eq(id, agentId)).get() ?? null,
    save(verification) {
      query
        .insert(phoneVerifications)
        .values(verification)
        .onConflictDoUpdate({ target: id, set: verification })
        .run();
    },
    countWrongAttempt(agentId) {
      query
        .update(phoneVerifications)
        .set({ wrongAttempts: sql`${wrongAttempts} + 1` })
        .where(eq(id, agentId))
        .run();
    },
    remove(agentId) {
      query.delete(phoneVerifications).where(eq(id, agentId)).run();
    },
  };
}
