import { and, eq, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm';
import type { CallStatus } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { calls, legs, recordings } from '../db/schema/calls.ts';
import { handoffs } from '../db/schema/handoffs.ts';

/** What the database tells of dangers that nobody is told of otherwise. */
export interface DangersStore {
  /** Whether a call has been at the carrier since then of which it tells something every few seconds: it rings, or the AI talks. */
  isCallOnSince(time: Date): boolean;
  /** Whether a customer has waited for a human since then. */
  isWaitedSince(time: Date): boolean;
  /** How many recordings have been sought since then, and are not lost yet. */
  recordingsSoughtSince(time: Date): number;
}

/** While people talk, the carrier may have nothing to tell. */
const talkative: readonly CallStatus[] = ['initiated', 'ringing', 'ai-responding'];

export function createDangersStore({ query }: Database): DangersStore {
  return {
    isCallOnSince: (time) =>
      query
        .select({ id: legs.id })
        .from(calls)
        .innerJoin(legs, and(eq(legs.callId, calls.id), eq(legs.kind, 'customer')))
        .where(
          and(
            isNull(calls.endedAt),
            inArray(calls.status, [...talkative]),
            isNotNull(legs.carrierRef),
            lte(legs.createdAt, time),
          ),
        )
        .limit(1)
        .get() !== undefined,
    isWaitedSince: (time) =>
      query
        .select({ id: handoffs.id })
        .from(handoffs)
        .where(and(isNull(handoffs.endedAt), isNull(handoffs.connectedAt), lte(handoffs.waitingSince, time)))
        .limit(1)
        .get() !== undefined,
    recordingsSoughtSince(time) {
      const soughtSince = sql`coalesce(${recordings.soughtSince}, ${calls.endedAt})`;
      const row = query
        .select({ number: sql<number>`count(*)` })
        .from(recordings)
        .innerJoin(calls, eq(calls.id, recordings.callId))
        .where(
          and(
            eq(recordings.keeping, 'awaited'),
            ne(recordings.state, 'absent'),
            isNotNull(calls.endedAt),
            sql`${soughtSince} <= ${time.getTime()}`,
          ),
        )
        .get();
      return row?.number ?? 0;
    },
  };
}
