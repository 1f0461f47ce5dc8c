import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgentId, CallId } from '../../contract/ids.ts';
import type { Pronunciation } from '../../contract/speech.ts';
import type { Intent } from '../../contract/vocabulary.ts';
import { user } from './accounts.ts';
import { calls } from './calls.ts';

/** An agent's own texts, whole, each time they were saved: a call is explained by the version in force when it began. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    agentId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Counts from 1. */
    version: integer().notNull(),
    /** By key; what is left out is the default. */
    texts: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** By key: what is played instead of the text that it says. */
    audio: text({ mode: 'json' }).$type<Readonly<Record<string, VersionAudio>>>().notNull().default({}),
    savedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Null for versions of before that was noted. */
    savedBy: text()
      .$type<AgentId>()
      .references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.agentId, table.version] })],
);

/** The team's texts, which hold for whoever has none of their own: likewise whole, and kept. */
export const teamTemplateVersions = sqliteTable('team_template_versions', {
  /** Counts from 1. */
  version: integer().primaryKey(),
  texts: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  savedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  savedBy: text()
    .$type<AgentId>()
    .references(() => user.id, { onDelete: 'set null' }),
});

interface VersionAudio {
  /** In `template_audio`. */
  readonly file: string;
  /** The template that it says; it is played for no other. */
  readonly text: string;
  readonly milliseconds: number;
}

/** Sound files that say an agent's texts, named by their content. Kept as long as the versions that refer to them. */
export const templateAudio = sqliteTable(
  'template_audio',
  {
    agentId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    addedAt: integer({ mode: 'timestamp_ms' }).notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.agentId] })],
);

/** How the AI says names when it speaks for an agent. */
export const pronunciations = sqliteTable('pronunciations', {
  agentId: text()
    .$type<AgentId>()
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  entries: text({ mode: 'json' }).$type<readonly Pronunciation[]>().notNull(),
});

/** Every time a language model was asked what a customer meant. */
export const modelUses = sqliteTable(
  'model_uses',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    callId: text()
      .$type<CallId>()
      .notNull()
      .references(() => calls.id),
    /** The round of listening whose words it was asked about. */
    round: integer().notNull(),
    outcome: text({ enum: ['answered', 'invalid', 'too-late', 'failed', 'resting'] }).notNull(),
    /** What it answered. */
    intent: text().$type<Intent>(),
    milliseconds: integer().notNull(),
    askedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('model_uses_by_call').on(table.callId)],
);
