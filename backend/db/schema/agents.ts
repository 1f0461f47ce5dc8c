import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  ConversationSettings,
  PhoneLanguage,
  ReachByPhone,
  WorkingHours,
} from '../../contract/agents.ts';
import type { AgentId } from '../../contract/ids.ts';
import type { BusyReason } from '../../contract/vocabulary.ts';
import { user } from './accounts.ts';

/** `AgentSettings`: what an agent, or an admin for them, chose. */
export const agentSettings = sqliteTable('agent_settings', {
  agentId: text()
    .$type<AgentId>()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  phoneNumber: text(),
  /** Somebody heard a code there and told it us. */
  phoneVerified: integer({ mode: 'boolean' }).notNull().default(false),
  reachByPhone: text().$type<ReachByPhone>().notNull().default('offline'),
  phoneLanguage: text().$type<PhoneLanguage>().notNull().default('ja'),
  conversation: text({ mode: 'json' }).$type<ConversationSettings>(),
  timeZone: text().notNull().default('Asia/Tokyo'),
  workingHours: text({ mode: 'json' }).$type<WorkingHours>().notNull(),
  priority: integer().notNull().default(5),
  concurrency: integer().notNull().default(1),
});

/** The facts that presence is computed from and that a restart must not forget. What is connected lives in memory. */
export const agentPresence = sqliteTable('agent_presence', {
  agentId: text()
    .$type<AgentId>()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  chosen: text({ enum: ['available', 'busy', 'offline'] })
    .notNull()
    .default('available'),
  busyReason: text().$type<BusyReason>(),
  wrapUpUntil: integer({ mode: 'timestamp_ms' }),
  lastCallEndedAt: integer({ mode: 'timestamp_ms' }),
  /** The presence last announced, and since when. */
  announced: text({ enum: ['available', 'busy', 'on-call', 'wrap-up', 'offline'] })
    .notNull()
    .default('offline'),
  since: integer({ mode: 'timestamp_ms' }).notNull(),
});

/** The code that was last told on an agent's telephone, until they have entered it. */
export const phoneVerifications = sqliteTable('phone_verifications', {
  agentId: text()
    .$type<AgentId>()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  phoneNumber: text().notNull(),
  /** Salted with the agent's id. */
  codeHash: text().notNull(),
  wrongAttempts: integer().notNull().default(0),
  calledAt: integer({ mode: 'timestamp_ms' }).notNull(),
  expiresAt: integer({ mode: 'timestamp_ms' }).notNull(),
});
