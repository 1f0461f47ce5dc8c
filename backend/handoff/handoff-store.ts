import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { AgentId, CallId, HandoffId, LegId, OfferId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { handoffs, offers } from '../db/schema/handoffs.ts';

export type HandoffRow = typeof handoffs.$inferSelect;
export type OfferRow = typeof offers.$inferSelect;

export interface HandoffStore {
  insert(handoff: HandoffRow): void;
  find(handoffId: HandoffId): HandoffRow | null;
  update(handoffId: HandoffId, changes: Partial<Omit<HandoffRow, 'id' | 'callId'>>): void;
  /** The handoff of the call that is not over. */
  openOfCall(callId: CallId): HandoffRow | null;
  lastOfCall(callId: CallId): HandoffRow | null;
  ofCall(callId: CallId): readonly HandoffRow[];
  open(): readonly HandoffRow[];
  openOfAgent(agentId: AgentId): readonly HandoffRow[];

  insertOffer(offer: OfferRow): void;
  findOffer(offerId: OfferId): OfferRow | null;
  /** The one that rings this telephone, or did. */
  offerOfLeg(legId: LegId): OfferRow | null;
  offersOf(handoffId: HandoffId): readonly OfferRow[];
  openOffersOfAgent(agentId: AgentId): readonly OfferRow[];
  /** Everybody's, with how urgent each one's handoff is. */
  openOffers(): readonly (OfferRow & Pick<HandoffRow, 'urgency'>)[];
  renewOffer(offerId: OfferId, deadline: Date): void;
  /** Compare-and-set: false when the offer is not open any more, so that two agents can never both have a call. */
  closeOffer(offerId: OfferId, changes: Pick<OfferRow, 'status' | 'declineReason' | 'respondedAt'>): boolean;
}

export function createHandoffStore({ query }: Database): HandoffStore {
  const last = query
    .select()
    .from(handoffs)
    .where(eq(handoffs.callId, sql.placeholder('callId')))
    .orderBy(desc(handoffs.requestedAt), desc(handoffs.id))
    .limit(1)
    .prepare();
  const offerRows = query
    .select()
    .from(offers)
    .where(eq(offers.handoffId, sql.placeholder('handoffId')))
    .orderBy(asc(offers.offeredAt), asc(offers.id))
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
        .orderBy(asc(handoffs.requestedAt))
        .all(),
    open: () => query.select().from(handoffs).where(isNull(handoffs.endedAt)).all(),
    openOfAgent: (agentId) =>
      query
        .select()
        .from(handoffs)
        .where(and(eq(handoffs.agentId, agentId), isNull(handoffs.endedAt)))
        .all(),
    insertOffer(offer) {
      query.insert(offers).values(offer).run();
    },
    offerOfLeg: (legId) => query.select().from(offers).where(eq(offers.legId, legId)).get() ?? null,
    findOffer: (id) => query.select().from(offers).where(eq(offers.id, id)).get() ?? null,
    offersOf: (handoffId) => offerRows.all({ handoffId }),
    openOffersOfAgent: (agentId) =>
      query
        .select()
        .from(offers)
        .where(and(eq(offers.agentId, agentId), eq(offers.status, 'open')))
        .orderBy(asc(offers.offeredAt))
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
  };
}
