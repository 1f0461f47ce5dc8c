import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgentId, CallId, CampaignId } from '../../contract/ids.ts';

/** Calls that are over and changed since they were counted. Triggers write it: docs/decisions/0037-phrases-and-sums.md */
export const reportDue = sqliteTable('report_due', { callId: text().$type<CallId>().primaryKey() });

/** What each call was counted for, so that it can be taken back when the call is corrected. */
export const reportCalls = sqliteTable(
  'report_calls',
  {
    callId: text().$type<CallId>().primaryKey(),
    /** As a calendar writes it, in the team's zone. */
    day: text().notNull(),
    /** Null: nobody's. */
    agentId: text().$type<AgentId>(),
    campaignId: text().$type<CampaignId>(),
    /** Parsed by its own schema when read. */
    facts: text({ mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [index('report_calls_by_campaign').on(table.campaignId, table.agentId, table.day)],
);

/** Sums over calls: of a slice (a table of the report, of everything or of one agent or one campaign), of a part of it, a day. */
export const reportCells = sqliteTable(
  'report_cells',
  {
    slice: text().notNull(),
    part: text().notNull(),
    day: text().notNull(),
    count: integer().notNull(),
    answered: integer().notNull(),
    pastReception: integer().notNull(),
    handedOver: integer().notNull(),
    succeeded: integer().notNull(),
    successes: integer().notNull(),
    resultSuccess: integer().notNull(),
    resultAbsent: integer().notNull(),
    resultRejected: integer().notNull(),
    resultFollowUp: integer().notNull(),
    resultFailed: integer().notNull(),
    wanted: integer().notNull(),
    met: integer().notNull(),
    prompt: integer().notNull(),
    waitMs: integer().notNull(),
    durationSeconds: integer().notNull(),
  },
  // A report asks for the days of a slice, all its parts at once.
  (table) => [primaryKey({ columns: [table.slice, table.day, table.part] })],
);

/** In which zone the days and hours are counted: one row, once anything was. */
export const reportZone = sqliteTable('report_zone', {
  id: integer().primaryKey(),
  zone: text().notNull(),
  /** Since the zone changed, all calls up to this one have become due again; null: all have. */
  dueUpTo: text(),
});
