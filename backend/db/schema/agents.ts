import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  ConversationSettings,
  Leave,
  PhoneLanguage,
  ReachByPhone,
  WorkingHours,
} from '../../contract/agents.ts';
import type { AgentId } from '../../contract/ids.ts';
import type { NotificationSettings } from '../../contract/notifications.ts';
import type { TeamSettingsKey } from '../../contract/team.ts';
import type { BusyReason, Presence } from '../../contract/vocabulary.ts';
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
  /** Zone, hours and holidays are the agent's own; else the team's hold. */
  ownHours: integer({ mode: 'boolean' }).notNull().default(false),
  timeZone: text().notNull().default('Asia/Tokyo'),
  workingHours: text({ mode: 'json' }).$type<WorkingHours>().notNull(),
  /** On Japan's public holidays they work as on that weekday, not as on Sundays. */
  worksOnHolidays: integer({ mode: 'boolean' }).notNull().default(false),
  leave: text({ mode: 'json' }).$type<Leave[]>().notNull().default([]),
  notifications: text({ mode: 'json' }).$type<NotificationSettings>(),
  priority: integer().notNull().default(5),
  concurrency: integer().notNull().default(1),
  /** Names of the team's skills. */
  skills: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** What customers are shown when they are called for this agent; null: the account's own number. */
  callerNumber: text(),
  /** Counts the changes, so that two tabs do not overwrite each other. */
  version: integer().notNull().default(0),
});

/** What admins set for the whole team, one row for each kind. */
export const teamSettings = sqliteTable('team_settings', {
  key: text().$type<TeamSettingsKey>().primaryKey(),
  version: integer().notNull(),
  value: text({ mode: 'json' }).notNull(),
});

/** Each time that an agent's presence, or the reason for it, became another. */
export const presenceChanges = sqliteTable(
  'presence_changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    agentId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    from: text().$type<Presence>().notNull(),
    to: text().$type<Presence>().notNull(),
    /** Only with `busy`. */
    reason: text().$type<BusyReason>(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Who chose it; null where it followed from something else. */
    by: text().$type<AgentId>(),
  },
  (table) => [index('presence_changes_by_agent').on(table.agentId, table.at)],
);

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
  /** Why nobody sits at their computer; null while somebody does. What they have chosen stays as it is. */
  absence: text({ enum: ['locked', 'asleep'] }),
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
