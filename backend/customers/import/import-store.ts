import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Scope } from '../../auth/visibility.ts';
import type { ImportOutcome, ImportState } from '../../contract/customer-imports.ts';
import type { ImportId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import { customerImportRows, customerImports } from '../../db/schema/imports.ts';

export type StoredImport = typeof customerImports.$inferSelect;
export type StoredImportRow = typeof customerImportRows.$inferSelect;

interface RowsRequest {
  readonly importId: ImportId;
  /** Rows after this one. */
  readonly after: number;
  readonly outcome: ImportOutcome | null;
  readonly limit: number;
}

/** Files of customers, and what became of their rows. */
export interface ImportStore {
  find(importId: ImportId): StoredImport | null;
  /** The newest first; of an agent only their own. */
  recent(scope: Scope, limit: number): readonly StoredImport[];
  insert(imported: StoredImport): void;
  change(importId: ImportId, changes: Partial<Omit<StoredImport, 'id'>>): void;
  /** What a process that ended was at, is not going on any more. */
  interrupt(interrupted: ImportState, becomes: ImportState): void;
  rows(request: RowsRequest): readonly StoredImportRow[];
  /** Up to which row the file has been taken in; 0 for none. */
  lastRow(importId: ImportId): number;
  addRow(row: StoredImportRow): void;
  setOutcome(importId: ImportId, row: number, outcome: ImportOutcome): void;
  /** What the rows before this one have made of its customer is so many versions later now. */
  shiftVersions(row: StoredImportRow, by: number): void;
  /** Those whose file is still wanted, of before that moment. */
  unfinishedBefore(moment: Date): readonly StoredImport[];
  /** The last of those before row `below` that were made or changed, which have not been undone. */
  lastToUndo(importId: ImportId, below: number): StoredImportRow | null;
  clearRows(importId: ImportId): void;
}

const recentlyDone = ['created', 'updated'] as const satisfies readonly ImportOutcome[];

export function createImportStore({ query }: Database): ImportStore {
  const rowColumns = customerImportRows;
  const ofImport = (importId: ImportId) => eq(rowColumns.importId, importId);
  const insertRow = query
    .insert(customerImportRows)
    .values({
      importId: sql.placeholder('importId'),
      row: sql.placeholder('row'),
      outcome: sql.placeholder('outcome'),
      customerId: sql.placeholder('customerId'),
      company: sql.placeholder('company'),
      problems: sql.placeholder('problems'),
      before: sql.placeholder('before'),
      version: sql.placeholder('version'),
    })
    .prepare();

  return {
    find: (importId) =>
      query.select().from(customerImports).where(eq(customerImports.id, importId)).get() ?? null,
    recent: (scope, limit) =>
      query
        .select()
        .from(customerImports)
        .where(scope === 'all' ? undefined : eq(customerImports.agentId, scope.agentId))
        .orderBy(desc(customerImports.createdAt), desc(customerImports.id))
        .limit(limit)
        .all(),
    insert(imported) {
      query.insert(customerImports).values(imported).run();
    },
    change(importId, changes) {
      query.update(customerImports).set(changes).where(eq(customerImports.id, importId)).run();
    },
    interrupt(interrupted, becomes) {
      query
        .update(customerImports)
        .set({ state: becomes })
        .where(eq(customerImports.state, interrupted))
        .run();
    },
    rows: ({ importId, after, outcome, limit }) =>
      query
        .select()
        .from(customerImportRows)
        .where(
          and(
            ofImport(importId),
            gt(rowColumns.row, after),
            outcome === null ? undefined : eq(rowColumns.outcome, outcome),
          ),
        )
        .orderBy(asc(rowColumns.row))
        .limit(limit)
        .all(),
    lastRow: (importId) =>
      query
        .select({ row: rowColumns.row })
        .from(customerImportRows)
        .where(ofImport(importId))
        .orderBy(desc(rowColumns.row))
        .limit(1)
        .get()?.row ?? 0,
    addRow(row) {
      insertRow.run({ ...row });
    },
    setOutcome(importId, row, outcome) {
      query
        .update(customerImportRows)
        .set({ outcome })
        .where(and(ofImport(importId), eq(rowColumns.row, row)))
        .run();
    },
    shiftVersions({ importId, customerId, row }, by) {
      if (customerId === null) return;
      query
        .update(customerImportRows)
        .set({ version: sql`${rowColumns.version} + ${by}` })
        .where(and(eq(rowColumns.customerId, customerId), ofImport(importId), lt(rowColumns.row, row)))
        .run();
    },
    unfinishedBefore: (moment) =>
      query
        .select()
        .from(customerImports)
        .where(
          and(
            inArray(customerImports.state, ['uploaded', 'checked', 'stopped']),
            lt(customerImports.createdAt, moment),
          ),
        )
        .all(),
    lastToUndo: (importId, below) =>
      query
        .select()
        .from(customerImportRows)
        .where(
          and(ofImport(importId), lt(rowColumns.row, below), inArray(rowColumns.outcome, [...recentlyDone])),
        )
        .orderBy(desc(rowColumns.row))
        .limit(1)
        .get() ?? null,
    clearRows(importId) {
      query.delete(customerImportRows).where(ofImport(importId)).run();
    },
  };
}
