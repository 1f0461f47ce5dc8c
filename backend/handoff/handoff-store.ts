import { and, asc, desc, eq, getTableColumns, gte, isNull, ne, sql } from 'drizzle-orm';
import type { AgentId, CallId, HandoffId, LegId, OfferId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { handoffs, offers } from '../db/schema/handoffs.ts';

export type HandoffRow = typeof handoffs.$inferSelect;
export type OfferRow = typeof offers.$inferSelect;

export interface HandoffStore extends HandoffRows, OfferRows {}

interface HandoffRows {
  insert(handoff: HandoffRow): void;
  find(handoffId: HandoffId): HandoffRow | null;
  update(handoffId: HandoffId, changes: Partial<Omit<HandoffRow, 'id' | 'callId'>>): void;
  /** The handoff of the call that is not over. */
  openOfCall(callId: CallId): HandoffRow | null;
  lastOfCall(callId: CallId): HandoffRow | null;
  ofCall(callId: CallId): readonly HandoffRow[];
  open(): readonly HandoffRow[];
  openOfAgent(agentId: AgentId): readonly HandoffRow[];
}

interface OfferRows {
  insertOffer(offer: OfferRow): void;
  findOffer(offerId: OfferId): OfferRow | null;
  /** The one that rings this telephone, or did. */
  offerOfLeg(legId: LegId): OfferRow | null;
  offersOf(handoffId: HandoffId): readonly OfferRow[];
  /** How the agent's newest offers since then ended, the newest first, but for those that they were not alone in being asked. */
  lastAnswers(agentId: AgentId, since: Date, limit: number): readonly OfferRow['status'][];
  /** When the agent was last asked, for whichever call. */
  lastAskedAt(agentId: AgentId): Date | null;
  openOffersOfAgent(agentId: AgentId): readonly OfferRow[];
  /** Everybody's, with how urgent each one's handoff is. */
  openOffers(): readonly (OfferRow & Pick<HandoffRow, 'urgency'>)[];
  renewOffer(offerId: OfferId, deadline: Date): void;
  /** Compare-and-set: false when the offer is not open any more, so that two agents can never both have a call. */
  closeOffer(offerId: OfferId, changes: Pick<OfferRow, 'status' | 'declineReason' | 'respondedAt'>): boolean;
  /** Who had said yes to it, and goes on purpose, has said no after all. */
  declineAccepted(handoffId: HandoffId, agentId: AgentId): void;
}

/** What was made in the same millisecond comes in the order in which it was made; ids are of chance. */
const asMade = { handoffs: sql`handoffs.rowid`, offers: sql`offers.rowid` };

export function createHandoffStore({ query }: Database): HandoffStore {
  return { ...handoffRows(query), ...offerRows(query) };
}

function handoffRows(query: Database['query']): HandoffRows {
  const last = query
    .select()
    .from(handoffs)
    .where(eq(handoffs.callId, sql.placeholder('callId')))
    .orderBy(desc(handoffs.requestedAt), desc(asMade.handoffs))
    .limit(1)
    .prepare();

  return {
    insert(handoff) {
      query.insert(handoffs).values(handoff).run();
    },
    find: (id) => query.select().from(handoffs).where(eq(handoffs.id, id)).get() ?? null,
    update(id, changes) {
      query.update(handoffs).set(changes).where(eq(handoffs.id, id)).run();
    },
    openOfCall(callId) {
      const open = and(eq(handoffs.callId, callId), isNull(handoffs.endedAt));
      return query.select().from(handoffs).where(open).get() ?? null;
    },
    lastOfCall: (callId) => last.get({ callId }) ?? null,
    ofCall: (callId) =>
      query
        .select()
        .from(handoffs)
        .where(eq(handoffs.callId, callId))
        .orderBy(asc(handoffs.requestedAt), asc(asMade.handoffs))
        .all(),
    open: () => query.select().from(handoffs).where(isNull(handoffs.endedAt)).all(),
    openOfAgent: (agentId) =>
      query
        .select()
        .from(handoffs)
        .where(and(eq(handoffs.agentId, agentId), isNull(handoffs.endedAt)))
        .all(),
  };
}

function offerRows(query: Database['query']): OfferRows {
  const ofHandoff = query
    .select()
    .from(offers)
    .where(eq(offers.handoffId, sql.placeholder('handoffId')))
    .orderBy(asc(offers.offeredAt), asc(asMade.offers))
    .prepare();

  const lastOffer = query
    .select({ at: offers.offeredAt })
    .from(offers)
    .where(eq(offers.agentId, sql.placeholder('agentId')))
    .orderBy(desc(offers.offeredAt))
    .limit(1)
    .prepare();

  return {
    insertOffer(offer) {
      query.insert(offers).values(offer).run();
    },
    offerOfLeg: (legId) => query.select().from(offers).where(eq(offers.legId, legId)).get() ?? null,
    findOffer: (id) => query.select().from(offers).where(eq(offers.id, id)).get() ?? null,
    offersOf: (handoffId) => ofHandoff.all({ handoffId }),
    lastAnswers: (agentId, since, limit) =>
      query
        .select({ status: offers.status })
        .from(offers)
        .where(
          and(
            eq(offers.agentId, agentId),
            gte(offers.offeredAt, since),
            ne(offers.step, 'last'),
            ne(offers.status, 'withdrawn'),
          ),
        )
        .orderBy(desc(offers.offeredAt), desc(asMade.offers))
        .limit(limit)
        .all()
        .map(({ status }) => status),
    lastAskedAt: (agentId) => lastOffer.get({ agentId })?.at ?? null,
    openOffersOfAgent: (agentId) =>
      query
        .select()
        .from(offers)
        .where(and(eq(offers.agentId, agentId), eq(offers.status, 'open')))
        .orderBy(asc(offers.offeredAt), asc(asMade.offers))
        .all(),
    openOffers: () =>
      query
        .select({ ...getTableColumns(offers), urgency: handoffs.urgency })
        .from(offers)
        .innerJoin(handoffs, eq(offers.handoffId, handoffs.id))
        .where(eq(offers.status, 'open'))
        .all(),
    renewOffer(id, deadline) {
      query.update(offers).set({ deadline }).where(eq(offers.id, id)).run();
    },
    closeOffer(id, changes) {
      const open = and(eq(offers.id, id), eq(offers.status, 'open'));
      return query.update(offers).set(changes).where(open).run().changes === 1;
    },
    declineAccepted(handoffId, agentId) {
      const theirs = and(eq(offers.handoffId, handoffId), eq(offers.agentId, agentId));
      const accepted = and(theirs, eq(offers.status, 'accepted'));
      query.update(offers).set({ status: 'declined' }).where(accepted).run();
    },
  };
}
