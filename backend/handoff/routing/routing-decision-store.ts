import { asc, eq } from 'drizzle-orm';
import type { HandoffId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import { routingDecisions } from '../../db/schema/handoffs.ts';
import { askedNow } from '../handoff-vocabulary.ts';
import type { RoutingDecision } from './decision.ts';

export type RoutingDecisionRow = typeof routingDecisions.$inferSelect;

/** What routing decided for each handoff, and why. Rows are only added. */
export interface RoutingDecisionStore {
  append(handoffId: HandoffId, decision: RoutingDecision, at: Date): void;
  /** Oldest first. */
  ofHandoff(handoffId: HandoffId): readonly RoutingDecisionRow[];
}

export function createRoutingDecisionStore({ query }: Database): RoutingDecisionStore {
  return {
    append(handoffId, { next, strategy, verdicts }, at) {
      query
        .insert(routingDecisions)
        .values({ handoffId, at, step: askedNow(next)?.step ?? null, strategy, verdicts })
        .run();
    },
    ofHandoff: (handoffId) =>
      query
        .select()
        .from(routingDecisions)
        .where(eq(routingDecisions.handoffId, handoffId))
        .orderBy(asc(routingDecisions.id))
        .all(),
  };
}
