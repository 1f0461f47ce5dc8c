import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RealtimeEvent } from '../../contract/events.ts';
import type { AgentId, CallId } from '../../contract/ids.ts';

/** Business events, in the order of their commit. */
export const events = sqliteTable('events', {
  sequence: integer().primaryKey({ autoIncrement: true }),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
  event: text({ mode: 'json' }).$type<RealtimeEvent>().notNull(),
  /** The agents who may see it besides the admins; null: everybody signed in. */
  audience: text({ mode: 'json' }).$type<readonly AgentId[]>(),
});

/** One row: up to which event those were told who are told of alerts at an address of their own. */
export const alertMessages = sqliteTable('alert_messages', {
  id: integer().primaryKey(),
  sequence: integer().notNull(),
});

/** Commands to the carrier: written with the change that wants them, done after its commit, in order for each call. */
export const carrierCommands = sqliteTable(
  'carrier_commands',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    callId: text().$type<CallId>().notNull(),
    /** A `CarrierCommand` of the telephony port, parsed when read. */
    command: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** `sent` without an answer is what a crash leaves behind; `refused` is whatever was not done, and is not tried again. */
    state: text({ enum: ['waiting', 'sent', 'done', 'refused'] }).notNull(),
    attempts: integer().notNull().default(0),
    /** Since when nobody knows whether it was done, of a command that is looked up instead of repeated. */
    unsureSince: integer({ mode: 'timestamp_ms' }),
    notBefore: integer({ mode: 'timestamp_ms' }).notNull(),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    /** When it was over, done or not. */
    settledAt: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('carrier_commands_open').on(table.state, table.callId, table.id),
    index('carrier_commands_by_call').on(table.callId, table.id),
  ],
);

/** What must happen at a time, although the process may die before it. */
export const timers = sqliteTable(
  'timers',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** What it is for, e.g. `offer:<offerId>`; setting it again moves it. */
    key: text().notNull().unique(),
    dueAt: integer({ mode: 'timestamp_ms' }).notNull(),
    event: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [index('timers_by_due').on(table.dueAt)],
);

/** A webhook that came again is answered as the first time, and does nothing. */
export const webhookReceipts = sqliteTable(
  'webhook_receipts',
  {
    /** Begins with the webhook's kind and a colon. */
    key: text().primaryKey(),
    kind: text().generatedAlwaysAs(sql`substr(key, 1, instr(key, ':') - 1)`, { mode: 'virtual' }),
    /** The body that was answered. */
    response: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('webhook_receipts_by_kind').on(table.kind, table.at)],
);
