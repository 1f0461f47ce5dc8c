import { and, asc, desc, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { PresenceLog } from '../agents/presence-log-store.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { calls, legs } from '../db/schema/calls.ts';
import { handoffs, offers } from '../db/schema/handoffs.ts';
import type { AgentFacts, ResultFact, TalkFact } from './agent-figures.ts';
import type { Span } from './spans.ts';

/** What the figures of an agent are worked out from. */
export interface AgentFiguresStore {
  factsOf(agentId: AgentId, period: Span, now: Date): AgentFacts;
}

export function createAgentFiguresStore(
  { query }: Database,
  presenceLog: Pick<PresenceLog, 'within'>,
): AgentFiguresStore {
  /** Each time that the agent was on a call whose customer had answered, and could be heard there. */
  function talksOf(agentId: AgentId, { from, to }: Span, now: Date): readonly TalkFact[] {
    const rows = query
      .select({
        leg: legs,
        answeredAt: calls.answeredAt,
        endedAt: calls.endedAt,
        metAt: handoffs.connectedAt,
      })
      .from(legs)
      .innerJoin(calls, eq(legs.callId, calls.id))
      .leftJoin(handoffs, eq(handoffs.legId, legs.id))
      .where(
        and(
          eq(legs.agentId, agentId),
          eq(legs.kind, 'agent'),
          eq(legs.muted, false),
          isNotNull(legs.joinedAt),
          isNotNull(calls.answeredAt),
          lt(legs.joinedAt, to),
          or(isNull(legs.leftAt), gte(legs.leftAt, from), gte(calls.endedAt, from)),
        ),
      )
      .all();
    return rows.flatMap(({ leg, answeredAt, endedAt, metAt }) => {
      const begin = latest([leg.joinedAt, answeredAt, metAt]);
      const end = leg.leftAt ?? endedAt ?? now;
      if (begin === null || begin >= end) return [];
      const talk = { from: begin, to: end };
      return [{ callId: leg.callId, talk, holds: holdsOf(leg.callId, now) }];
    });
  }

  function holdsOf(callId: CallId, now: Date): readonly Span[] {
    const customer = query
      .select({ holds: legs.holds, leftAt: legs.leftAt })
      .from(legs)
      .where(and(eq(legs.callId, callId), eq(legs.kind, 'customer')))
      .all();
    return customer.flatMap(({ holds, leftAt }) =>
      holds.map(({ from, until }) => ({
        from: new Date(from),
        to: until === null ? (leftAt ?? now) : new Date(until),
      })),
    );
  }

  /** A call's result counts for the agent who came last. */
  function resultsOf(agentId: AgentId, talks: readonly TalkFact[]): readonly ResultFact[] {
    return [...new Set(talks.map(({ callId }) => callId))].flatMap((callId) => {
      const call = query.select().from(calls).where(eq(calls.id, callId)).get();
      if (!call?.endedAt || call.result === null) return [];
      const last = query
        .select({ agentId: legs.agentId })
        .from(legs)
        .where(
          and(
            eq(legs.callId, callId),
            eq(legs.kind, 'agent'),
            eq(legs.muted, false),
            isNotNull(legs.joinedAt),
          ),
        )
        .orderBy(desc(legs.joinedAt))
        .get();
      return last?.agentId === agentId ? [{ endedAt: call.endedAt, result: call.result }] : [];
    });
  }

  return {
    factsOf(agentId, period, now) {
      const talks = talksOf(agentId, period, now);
      return {
        talks,
        results: resultsOf(agentId, talks),
        offers: query
          .select({ status: offers.status, offeredAt: offers.offeredAt, respondedAt: offers.respondedAt })
          .from(offers)
          .where(
            and(
              eq(offers.agentId, agentId),
              gte(offers.offeredAt, period.from),
              lt(offers.offeredAt, period.to),
            ),
          )
          .orderBy(asc(offers.offeredAt))
          .all(),
        presence: presenceLog.within(agentId, period.from, period.to),
      };
    },
  };
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce((late, date) => (late === null || (date !== null && date > late) ? date : late), null);
}
