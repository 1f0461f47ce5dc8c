import { eq, sql } from 'drizzle-orm';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { phoneVerifications } from '../db/schema/agents.ts';

type PhoneVerificationRow = typeof phoneVerifications.$inferSelect;

/** The last code that was told on each agent's telephone. */
export interface PhoneVerificationStore {
  find(agentId: AgentId): PhoneVerificationRow | null;
  /** In place of the one before. */
  save(verification: PhoneVerificationRow): void;
  /** When the number was last called to tell a code, for whichever agents. */
  calledAt(phoneNumber: string): readonly Date[];
  countWrongAttempt(agentId: AgentId): void;
  /** It cannot be entered any more. When the telephone was called stays known, or its call could be taken for another. */
  close(agentId: AgentId, at: Date): void;
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
    calledAt: (phoneNumber) =>
      query
        .select({ at: phoneVerifications.calledAt })
        .from(phoneVerifications)
        .where(eq(phoneVerifications.phoneNumber, phoneNumber))
        .all()
        .map(({ at }) => at),
    countWrongAttempt(agentId) {
      query
        .update(phoneVerifications)
        .set({ wrongAttempts: sql`${wrongAttempts} + 1` })
        .where(eq(id, agentId))
        .run();
    },
    close(agentId, at) {
      query.update(phoneVerifications).set({ expiresAt: at }).where(eq(id, agentId)).run();
    },
  };
}
