import { isNotNull, isNull, sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Hold, NextAction } from '../../contract/calls.ts';
import type { Alert, Overload } from '../../contract/events.ts';
import type { AgentId, AlertId, CallId, CampaignId, CustomerId, LegId } from '../../contract/ids.ts';
import type { LineProblem } from '../../contract/telephony.ts';
import type {
  CallDirection,
  CallMode,
  CallResult,
  CallStatus,
  Intent,
  ResultReason,
  Speaker,
  Stage,
} from '../../contract/vocabulary.ts';
import { user } from './accounts.ts';
import { campaigns } from './campaigns.ts';
import { customers } from './customers.ts';

/** `CallSession` */
export const calls = sqliteTable(
  'calls',
  {
    id: text().$type<CallId>().primaryKey(),
    mode: text().$type<CallMode>().notNull(),
    direction: text().$type<CallDirection>().notNull().default('outbound'),
    status: text().$type<CallStatus>().notNull(),
    customerId: text()
      .$type<CustomerId>()
      .notNull()
      .references(() => customers.id),
    /** As dialled, or as shown by a caller; the customer's number may change later. Empty where it was withheld. */
    phoneNumber: text().notNull(),
    /** What the customer was shown, as it was assigned when they were dialled; null: the account's own number. */
    callerNumber: text(),
    ownerId: text()
      .$type<AgentId>()
      .references(() => user.id),
    startedBy: text()
      .$type<AgentId>()
      .references(() => user.id),
    /** For whom the AI speaks where nobody started the call. */
    speaksFor: text()
      .$type<AgentId>()
      .references(() => user.id),
    /** The campaign that started it. */
    campaignId: text()
      .$type<CampaignId>()
      .references(() => campaigns.id),
    /** Of a call that came to us: the last one before it with this number. */
    previousCallId: text().$type<CallId>(),
    /** Random, so that two calls can never be merged by name (twilio-facts 4). */
    conferenceName: text().notNull().unique(),
    /** The carrier's id of the conference, once it told us. */
    conferenceRef: text(),
    /** The conference in which people hear each other, by the carrier's id: it begins to mix with the second who joins. */
    mixedConferenceRef: text(),
    startedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Since when nobody knows whether the carrier took the order to dial the customer; null once that is settled. */
    submissionUnknownSince: integer({ mode: 'timestamp_ms' }),
    answeredAt: integer({ mode: 'timestamp_ms' }),
    endedAt: integer({ mode: 'timestamp_ms' }),
    /** Since when what is said is transcribed by the carrier: from the first time a human talks. */
    transcribedSince: integer({ mode: 'timestamp_ms' }),
    stage: text().$type<Stage>().notNull().default('opening'),
    result: text().$type<CallResult>(),
    resultReason: text().$type<ResultReason>(),
    nextAction: text({ mode: 'json' }).$type<NextAction>(),
    note: text().notNull().default(''),
    resultConfirmedBy: text()
      .$type<AgentId>()
      .references(() => user.id),
    /** The agents who were told of the call when it last changed, besides the admins; null: everybody signed in. */
    shownTo: text({ mode: 'json' }).$type<readonly AgentId[]>(),
  },
  (table) => [
    // Whoever rings us is answered, also while we are calling them.
    uniqueIndex('calls_one_open_a_customer')
      .on(table.customerId)
      .where(sql`ended_at is null and direction = 'outbound'`),
    // Campaigns never have two calls to one number at once, whatever the customers are called.
    uniqueIndex('calls_one_open_a_campaigned_number')
      .on(table.phoneNumber)
      .where(sql`ended_at is null and campaign_id is not null`),
    index('calls_by_campaign').on(table.campaignId, table.startedAt).where(isNotNull(table.campaignId)),
    index('calls_ended_by_campaign').on(table.campaignId, table.endedAt).where(isNotNull(table.campaignId)),
    // A handful among all that ever were, and asked for several times a second.
    index('calls_open').on(table.startedAt).where(isNull(table.endedAt)),
    index('calls_by_number').on(table.phoneNumber, table.startedAt),
    // With the id, by which the history is ordered where calls begin at the same moment.
    index('calls_by_start').on(table.startedAt, table.id),
    index('calls_by_owner').on(table.ownerId, table.startedAt, table.id),
    index('calls_by_customer').on(table.customerId, table.startedAt, table.id),
    index('calls_by_result').on(table.result, table.startedAt, table.id),
    index('calls_by_status').on(table.status, table.startedAt, table.id),
  ],
);

/** One participant's phone call into the conference. */
export const legs = sqliteTable(
  'legs',
  {
    id: text().$type<LegId>().primaryKey(),
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    kind: text({ enum: ['customer', 'ai', 'agent', 'supervisor'] }).notNull(),
    via: text({ enum: ['phone', 'softphone', 'application'] }).notNull(),
    /** Unique in the conference: `customer`, `ai-1`, `agent-<legId>`. */
    label: text().notNull(),
    /** Who is on it. Of an agent's own telephone only once they have pressed 1: until then it may be a voicemail. */
    agentId: text()
      .$type<AgentId>()
      .references(() => user.id),
    /** The carrier's id of the leg, once it told us. */
    carrierRef: text(),
    /** Of an agent's own telephone: what was dialled, by which the leg is found again. */
    phoneNumber: text(),
    state: text({ enum: ['joining', 'in-conference', 'left'] }).notNull(),
    /** By us; what an agent's own softphone does is not known here. */
    muted: integer({ mode: 'boolean' }).notNull().default(false),
    /** Of a supervisor who whispers: the leg that alone hears them. */
    coachedLegId: text().$type<LegId>(),
    onHold: integer({ mode: 'boolean' }).notNull().default(false),
    heldSince: integer({ mode: 'timestamp_ms' }),
    /** Every time it was on hold, oldest first. */
    holds: text({ mode: 'json' }).$type<readonly Hold[]>().notNull().default([]),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    answeredAt: integer({ mode: 'timestamp_ms' }),
    joinedAt: integer({ mode: 'timestamp_ms' }),
    leftAt: integer({ mode: 'timestamp_ms' }),
    /** What the carrier bills for it; null until it has told. */
    billedSeconds: integer(),
  },
  (table) => [
    uniqueIndex('legs_by_label').on(table.callId, table.label),
    index('legs_by_phone_number').on(table.phoneNumber).where(isNotNull(table.phoneNumber)),
    // Everything that a day's sum of what was spent is made of, so that it is made of the index alone.
    index('legs_by_day').on(
      table.createdAt,
      table.answeredAt,
      table.joinedAt,
      table.leftAt,
      table.billedSeconds,
    ),
  ],
);

export const turns = sqliteTable(
  'turns',
  {
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    number: integer().notNull(),
    speaker: text().$type<Speaker>().notNull(),
    agentId: text().$type<AgentId>(),
    text: text().notNull(),
    confidence: real(),
    intent: text().$type<Intent>(),
    /** Where the dialogue stood when a customer said it to the AI. Null for all other turns, and for those of before it was noted. */
    stage: text().$type<Stage>(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.number] })],
);

/**
 * The calls' numbers in the full text index of what is said, `turn_search`, which knows turns by number only. Triggers keep both with every
 * change: docs/decisions/0037-phrases-and-sums.md
 */
export const callSearchRows = sqliteTable('call_search_rows', {
  number: integer().primaryKey({ autoIncrement: true }),
  callId: text().$type<CallId>().notNull().unique(),
});

/**
 * The turns, by their numbers in the index, that are not in it yet, or not as they are now. Triggers write it, so that what is said need not
 * wait for the index.
 */
export const turnSearchDue = sqliteTable('turn_search_due', { turn: integer().primaryKey() });

/** Whose calls are whose: of their owners, and of all who were or are in them. Kept by triggers, in the order of the history. */
export const callAgents = sqliteTable(
  'call_agents',
  {
    agentId: text().$type<AgentId>().notNull(),
    startedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    callId: text().$type<CallId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agentId, table.startedAt, table.callId] }),
    index('call_agents_by_call').on(table.callId),
  ],
);

export const recordings = sqliteTable(
  'recordings',
  {
    /** The carrier's id of the recording. */
    carrierRef: text().primaryKey(),
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    state: text({ enum: ['in-progress', 'completed', 'absent'] }).notNull(),
    startedAt: integer({ mode: 'timestamp_ms' }),
    durationSeconds: integer(),
    channels: integer(),
    /** Null while it is not paused, and when it is over. */
    pausedSince: integer({ mode: 'timestamp_ms' }),
    /** Since when nobody knows whether the carrier has paused it, or gone on with it, as it was asked; null while it is known. */
    pauseUnsureSince: integer({ mode: 'timestamp_ms' }),
    /**
     * Our copy: `awaited` until it has been fetched · `stored` · `lost` where it could not be fetched for a day · `expired` once the time
     * is over for which it is kept.
     */
    keeping: text({ enum: ['awaited', 'stored', 'lost', 'expired'] })
      .notNull()
      .default('awaited'),
    /** Since when it is sought: a day later it is given up. Null: since the call ended. */
    soughtSince: integer({ mode: 'timestamp_ms' }),
    storedAt: integer({ mode: 'timestamp_ms' }),
    /** Of the stored file. */
    bytes: integer(),
    /** Of the stored file, in hexadecimal. */
    sha256: text(),
    /** How loud it is from its beginning to its end, each from 0 to 100. */
    waveform: text({ mode: 'json' }).$type<readonly number[]>(),
    removedAtCarrierAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('recordings_by_call').on(table.callId),
    index('recordings_kept').on(table.keeping, table.storedAt),
  ],
);

/** Where the dialogue of an AI call stands: the engine's state, whole, after each round. */
export const conversations = sqliteTable('conversations', {
  callId: text()
    .$type<CallId>()
    .primaryKey()
    .references(() => calls.id),
  /** Parsed by the engine's own schema when read. */
  state: text({ mode: 'json' }).$type<unknown>().notNull(),
  /** Counts the rounds of listening; a repeated webhook names an old one. */
  round: integer().notNull(),
  /**
   * `talking` to the customer · `handing-over` while 「おつなぎします」 is spoken · `waiting` for a human · `recovering` when none
   * came, until the AI has said so · `ending` while the last words are spoken · `frozen` once a human has the call.
   */
  phase: text({ enum: ['talking', 'handing-over', 'waiting', 'recovering', 'ending', 'frozen'] }).notNull(),
  /** What the customer has said in this round and nobody has answered yet; parsed by its own schema when read. */
  hearing: text({ mode: 'json' }).$type<unknown>(),
  updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
});

/** What is wrong now; gone once it is well again. */
export const alerts = sqliteTable('alerts', {
  id: text().$type<AlertId>().primaryKey(),
  kind: text().$type<Alert['kind']>().notNull(),
  /** What an admin has to put right, of an alert that is about that. */
  problem: text().$type<LineProblem>(),
  /** What is put off, and why, of an alert that is about that. */
  overload: text({ mode: 'json' }).$type<Overload>(),
  callId: text()
    .$type<CallId>()
    .references(() => calls.id),
  /** The agents who were told besides the admins; null: everybody signed in. */
  audience: text({ mode: 'json' }).$type<readonly AgentId[]>(),
  raisedAt: integer({ mode: 'timestamp_ms' }).notNull(),
});
