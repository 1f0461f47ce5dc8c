import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  ImportAnalysis,
  ImportCounts,
  ImportFailure,
  ImportProblem,
  ImportSettings,
  ImportState,
} from '../../contract/customer-imports.ts';
import type { AgentId, CustomerId, ImportId } from '../../contract/ids.ts';
import { user } from './accounts.ts';

/** A file of customers, from its upload to its undo. */
export const customerImports = sqliteTable('customer_imports', {
  id: text().$type<ImportId>().primaryKey(),
  agentId: text()
    .$type<AgentId>()
    .references(() => user.id, { onDelete: 'set null' }),
  fileName: text().notNull(),
  bytes: integer().notNull(),
  state: text().$type<ImportState>().notNull(),
  analysis: text({ mode: 'json' }).$type<ImportAnalysis>(),
  settings: text({ mode: 'json' }).$type<ImportSettings>(),
  counts: text({ mode: 'json' }).$type<ImportCounts>().notNull(),
  failure: text({ mode: 'json' }).$type<ImportFailure>(),
  createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
  finishedAt: integer({ mode: 'timestamp_ms' }),
});

/** What became of each row of the file, and how the customer was before it; before the import, what would. */
export const customerImportRows = sqliteTable(
  'customer_import_rows',
  {
    importId: text()
      .$type<ImportId>()
      .notNull()
      .references(() => customerImports.id, { onDelete: 'cascade' }),
    /** As a spreadsheet counts them: the first line of the file is 1. */
    row: integer().notNull(),
    outcome: text({ enum: ['created', 'updated', 'skipped', 'refused', 'undone', 'kept'] }).notNull(),
    customerId: text().$type<CustomerId>(),
    company: text().notNull(),
    problems: text({ mode: 'json' }).$type<readonly ImportProblem[]>().notNull(),
    /** The fields that an update has changed, as they were. */
    before: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
    /** The version that the import made; another one has been changed since. */
    version: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    index('customer_import_rows_by_customer').on(table.customerId).where(sql`customer_id is not null`),
  ],
);
