import { and, eq, inArray, sql } from 'drizzle-orm';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { doNotCall } from '../db/schema/customers.ts';
import type { Clock } from '../kernel/clock.ts';

/** `rejection` and `do-not-call` are what the customer said; `agent` is what an agent recorded; `listed`: put on the list without a call. */
export type Block = { readonly phoneNumber: string; readonly addedBy: AgentId | null } & (
  | { readonly reason: 'rejection' | 'do-not-call' | 'agent'; readonly callId: CallId | null }
  | { readonly reason: 'listed'; readonly source: 'by-hand' | 'import'; readonly note: string }
);

export type StoredBlock = typeof doNotCall.$inferSelect;

/** What a call may have been misread to mean. */
const misreadable: StoredBlock['reason'][] = ['rejection', 'agent'];

/** Numbers that the whole company never calls again (特定商取引法 17条). */
export interface DoNotCallStore {
  isBlocked(phoneNumber: string): boolean;
  /** Blocked whatever comes of this call: the customer forbade calls in words, or another call led to it. */
  isBlockedBeyond(phoneNumber: string, callId: CallId): boolean;
  find(phoneNumber: string): StoredBlock | null;
  /** False when it was blocked already. */
  block(block: Block): boolean;
  /**
   * Takes back what this very call was misread to mean; true when there was such a block. One that the customer demanded in words is
   * never taken back this way.
   */
  liftMisread(phoneNumber: string, callId: CallId): boolean;
  /** Takes back whatever the block was for. */
  lift(phoneNumber: string): void;
}

export function createDoNotCallStore({ query }: Database, clock: Clock): DoNotCallStore {
  const one = query
    .select({ phoneNumber: doNotCall.phoneNumber })
    .from(doNotCall)
    .where(eq(doNotCall.phoneNumber, sql.placeholder('phoneNumber')))
    .prepare();

  function find(phoneNumber: string): StoredBlock | null {
    return query.select().from(doNotCall).where(eq(doNotCall.phoneNumber, phoneNumber)).get() ?? null;
  }

  return {
    isBlocked: (phoneNumber) => one.get({ phoneNumber }) !== undefined,
    isBlockedBeyond(phoneNumber, callId) {
      const block = find(phoneNumber);
      return block !== null && (block.callId !== callId || !misreadable.includes(block.reason));
    },
    find,
    block(block) {
      const { changes } = query
        .insert(doNotCall)
        .values({ ...block, addedAt: clock.now() })
        .onConflictDoNothing()
        .run();
      return changes === 1;
    },
    liftMisread(phoneNumber, callId) {
      const ofThisCall = and(eq(doNotCall.phoneNumber, phoneNumber), eq(doNotCall.callId, callId));
      const misread = and(ofThisCall, inArray(doNotCall.reason, misreadable));
      return query.delete(doNotCall).where(misread).run().changes === 1;
    },
    lift(phoneNumber) {
      query.delete(doNotCall).where(eq(doNotCall.phoneNumber, phoneNumber)).run();
    },
  };
}
