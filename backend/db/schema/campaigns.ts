import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  CampaignDelay,
  CampaignMemberState,
  CampaignPausedFor,
  CampaignSettings,
  CampaignSkip,
  CampaignSource,
  CampaignState,
} from '../../contract/campaigns.ts';
import type { CustomerFilter } from '../../contract/customers.ts';
import type { AgentId, CallId, CampaignId, CustomerId, ImportId } from '../../contract/ids.ts';
import type { CallResult } from '../../contract/vocabulary.ts';
import { user } from './accounts.ts';
import { customers } from './customers.ts';

/** Many customers who are called one after the other. */
export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text().$type<CampaignId>().primaryKey(),
    state: text().$type<CampaignState>().notNull().default('draft'),
    /** Why it is paused; the name of whoever did it is looked up. */
    pausedFor: text({ mode: 'json' }).$type<StoredPause>(),
    settings: text({ mode: 'json' }).$type<CampaignSettings>().notNull(),
    source: text({ mode: 'json' }).$type<CampaignSource>().notNull(),
    /** From where on its customers are still to be looked up; null: all of them are there. */
    listing: text({ mode: 'json' }).$type<ListingPlace>(),
    /** Counts the changes of its settings, so that nobody overwrites one they have not seen. */
    version: integer().notNull().default(1),
    createdBy: text()
      .$type<AgentId>()
      .references(() => user.id, { onDelete: 'set null' }),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    startedAt: integer({ mode: 'timestamp_ms' }),
    /** Of the last start or resumption; what failed before it is forgiven. */
    runningSince: integer({ mode: 'timestamp_ms' }),
    endedAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [index('campaigns_by_creation').on(table.createdAt, table.id)],
);

/** How far the customers of a source have been looked up. `filter`: a view's as it was at the beginning. */
type ListingPlace =
  | {
      readonly type: 'filter';
      readonly filter: CustomerFilter;
      readonly now: string;
      readonly after: string | null;
    }
  | { readonly type: 'import'; readonly importId: ImportId; readonly afterRow: number }
  | { readonly type: 'customers'; readonly customerIds: readonly CustomerId[] };

type StoredPause =
  | (Omit<Extract<CampaignPausedFor, { readonly type: 'by-person' }>, 'by'> & { readonly by: AgentId })
  | Exclude<CampaignPausedFor, { readonly type: 'by-person' }>;

/** A customer in a campaign. */
export const campaignMembers = sqliteTable(
  'campaign_members',
  {
    campaignId: text()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    customerId: text()
      .$type<CustomerId>()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    /** In the list, from 1. */
    position: integer().notNull(),
    /** As it was when the campaign was created, or when it was last dialled. */
    phoneNumber: text().notNull(),
    /** The customer's: as long as they are to be called a trigger follows it. Where it is too early or late, none of a zone need be looked at. */
    timeZone: text().notNull(),
    state: text().$type<CampaignMemberState>().notNull().default('pending'),
    reason: text().$type<CampaignSkip | CampaignDelay>(),
    attempts: integer().notNull().default(0),
    /** Of a pending one: not before. Null: in the order of the list. */
    nextAttemptAt: integer({ mode: 'timestamp_ms' }),
    lastAttemptAt: integer({ mode: 'timestamp_ms' }),
    /** The last call of this campaign to them. */
    callId: text().$type<CallId>(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.customerId] }),
    index('campaign_members_by_turn').on(
      table.campaignId,
      table.state,
      table.timeZone,
      table.nextAttemptAt,
      table.position,
    ),
    index('campaign_members_by_position').on(table.campaignId, table.position),
    index('campaign_members_called_by_number').on(table.phoneNumber).where(sql`attempts > 0`),
    index('campaign_members_by_number').on(table.campaignId, table.phoneNumber),
    index('campaign_members_by_customer').on(table.customerId),
    index('campaign_members_by_call').on(table.callId).where(sql`call_id is not null`),
  ],
);

/** How many customers of a campaign are in a state, and the calls to them; skipped ones also by why. Triggers on the members keep it. */
export const campaignMemberSums = sqliteTable(
  'campaign_member_sums',
  {
    campaignId: text().$type<CampaignId>().notNull(),
    state: text().$type<CampaignMemberState>().notNull(),
    /** Empty unless they are skipped. */
    skippedFor: text().$type<CampaignSkip | ''>().notNull(),
    customers: integer().notNull(),
    calls: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.state, table.skippedFor] })],
);

/** How many calls of a campaign were dialled and came to what. Triggers on the calls keep it. */
export const campaignCallSums = sqliteTable(
  'campaign_call_sums',
  {
    campaignId: text().$type<CampaignId>().notNull(),
    /** `open`: it is not over · `none`: it is, without a result. */
    outcome: text().$type<CallResult | 'open' | 'none'>().notNull(),
    calls: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.outcome] })],
);
