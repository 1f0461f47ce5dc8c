import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  DeclineReason,
  HandoffEnding,
  HandoffReason,
  HandoffStatus,
  OfferStatus,
  OfferStep,
  TransferOutcome,
} from '../../contract/handoffs.ts';
import type { AgentId, CallId, ClientId, HandoffId, LegId, OfferId } from '../../contract/ids.ts';
import type { RoutingStrategy, RoutingVerdict } from '../../contract/routing.ts';
import { user } from './accounts.ts';
import { calls } from './calls.ts';

export const handoffs = sqliteTable(
  'handoffs',
  {
    id: text().$type<HandoffId>().primaryKey(),
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    urgency: text({ enum: ['prepare', 'connect'] }).notNull(),
    requestedBy: text({ enum: ['ai', 'agent'] }).notNull(),
    reason: text().$type<HandoffReason>().notNull(),
    /** Why the human was wanted at once, where somebody had been asked to stand by before. */
    connectReason: text().$type<HandoffReason>(),
    status: text().$type<HandoffStatus>().notNull(),
    /** Why it failed or was withdrawn; null otherwise, and where an earlier version did not write it down. */
    endedBecause: text().$type<HandoffEnding>(),
    agentId: text()
      .$type<AgentId>()
      .references(() => user.id),
    clientId: text().$type<ClientId>(),
    legId: text().$type<LegId>(),
    /** Whose call it was, when an agent transfers it; the customer may be given back to them. */
    transferredBy: text()
      .$type<AgentId>()
      .references(() => user.id),
    /** Of a warm transfer: the leg of the agent who waits for the colleague, then talks with them. Null once they are gone. */
    askerLegId: text().$type<LegId>(),
    /** Of a warm transfer: how it ended; null while it goes on, and when nobody ended it. */
    transferOutcome: text().$type<TransferOutcome>(),
    /** Joining is tried twice (design 7). */
    attempt: integer().notNull().default(1),
    /** The AI has finished speaking, or never was there: the human may be heard. */
    floorFree: integer({ mode: 'boolean' }).notNull().default(false),
    requestedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Since when the customer waits for the human; null while an agent is only to stand by. Earlier versions did not write it down. */
    waitingSince: integer({ mode: 'timestamp_ms' }),
    connectedAt: integer({ mode: 'timestamp_ms' }),
    endedAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('handoffs_by_call').on(table.callId, table.requestedAt),
    uniqueIndex('handoffs_one_open_a_call').on(table.callId).where(sql`ended_at is null`),
  ],
);

/** A lease on a call: one agent, one deadline, claimed by compare-and-set. */
export const offers = sqliteTable(
  'offers',
  {
    id: text().$type<OfferId>().primaryKey(),
    handoffId: text()
      .$type<HandoffId>()
      .notNull()
      .references(() => handoffs.id),
    agentId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id),
    step: text().$type<OfferStep>().notNull().default('best'),
    status: text().$type<OfferStatus>().notNull(),
    declineReason: text().$type<DeclineReason>(),
    /** The leg that rings the agent's own telephone for it; null when it is on the screen only. */
    legId: text().$type<LegId>(),
    offeredAt: integer({ mode: 'timestamp_ms' }).notNull(),
    deadline: integer({ mode: 'timestamp_ms' }).notNull(),
    respondedAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('offers_by_handoff').on(table.handoffId),
    index('offers_by_agent').on(table.agentId, table.status),
    index('offers_by_leg').on(table.legId),
    index('offers_by_agent_and_time').on(table.agentId, table.offeredAt),
  ],
);

/** Why each agent was or was not asked, each time that a handoff asked somebody, or found nobody. */
export const routingDecisions = sqliteTable(
  'routing_decisions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    handoffId: text()
      .$type<HandoffId>()
      .notNull()
      .references(() => handoffs.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Null where nobody was left to be asked. */
    step: text().$type<OfferStep>(),
    strategy: text().$type<RoutingStrategy>().notNull(),
    verdicts: text({ mode: 'json' }).$type<readonly RoutingVerdict[]>().notNull(),
  },
  (table) => [index('routing_decisions_by_handoff').on(table.handoffId)],
);
