import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AgentId, CallId, ClientId, LegId } from '../../contract/ids.ts';
import type { SupervisionEnd, WantedSupervision } from '../../contract/supervision.ts';
import { user } from './accounts.ts';
import { calls } from './calls.ts';

/** An admin on somebody else's call, from the wish to the end. Whom they whisper to is told by their leg. */
export const supervisions = sqliteTable(
  'supervisions',
  {
    legId: text().$type<LegId>().primaryKey(),
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    supervisorId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id),
    /** The console whose softphone it is. */
    clientId: text().$type<ClientId>().notNull(),
    /** What is wanted while they are on the way, afterwards what they do. */
    mode: text().$type<WantedSupervision>().notNull(),
    startedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    joinedAt: integer({ mode: 'timestamp_ms' }),
    endedAt: integer({ mode: 'timestamp_ms' }),
    endReason: text().$type<SupervisionEnd>(),
  },
  (table) => [
    uniqueIndex('supervisions_one_open_a_call').on(table.callId).where(sql`ended_at is null`),
    uniqueIndex('supervisions_one_open_a_supervisor').on(table.supervisorId).where(sql`ended_at is null`),
  ],
);
