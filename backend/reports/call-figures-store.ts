import { and, count, countDistinct, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import type { CallFigures } from '../contract/figures.ts';
import type { Database } from '../db/database.ts';
import { calls } from '../db/schema/calls.ts';
import { handoffs } from '../db/schema/handoffs.ts';
import type { Span } from './spans.ts';

/** How often customers answer, and how often a human comes when one is wanted. */
export interface CallFiguresStore {
  of(period: Span): CallFigures;
}

export function createCallFiguresStore({ query }: Database): CallFiguresStore {
  return {
    of({ from, to }) {
      const begun = and(gte(calls.startedAt, from), lt(calls.startedAt, to));
      const dialled = query
        .select({ dialled: count(), answered: count(calls.answeredAt) })
        .from(calls)
        .where(and(begun, eq(calls.direction, 'outbound')))
        .get();
      const wanted = query
        .select({
          wanted: countDistinct(handoffs.callId),
          connected: countDistinct(sql`iif(${isNotNull(handoffs.connectedAt)}, ${handoffs.callId}, null)`),
        })
        .from(handoffs)
        .innerJoin(calls, eq(handoffs.callId, calls.id))
        .where(and(begun, eq(handoffs.urgency, 'connect')))
        .get();
      return { dialled: 0, answered: 0, wanted: 0, connected: 0, ...dialled, ...wanted };
    },
  };
}
