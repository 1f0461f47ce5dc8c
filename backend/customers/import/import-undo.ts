import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { ImportCounts } from '../../contract/customer-imports.ts';
import { customerFieldsSchema } from '../../contract/customers.ts';
import type { AgentId, CustomerId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import { defined } from '../customer-fields.ts';
import type { CustomerPartsStore } from '../customer-parts-store.ts';
import type { CustomerStore } from '../customer-store.ts';
import type { ImportStore, StoredImport, StoredImportRow } from './import-store.ts';

interface ImportUndoOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly imports: ImportStore;
  readonly customers: Pick<CustomerStore, 'find' | 'update' | 'remove'>;
  readonly parts: CustomerPartsStore;
  readonly audit: AuditLog;
  /** Somebody has called them, or is to: such customers stay. */
  readonly isInUse: (customerId: CustomerId) => boolean;
  readonly clock: Clock;
}

/** Takes back what an import has made and changed, except where somebody has worked with it since. */
export type ImportUndo = (imported: StoredImport, by: AgentId, signal: AbortSignal) => Promise<void>;

const batchRows = 40;

export function createImportUndo(options: ImportUndoOptions): ImportUndo {
  const { database, imports, customers, parts, audit, isInUse, clock } = options;

  /** `versions`: what an undo of a later row has made of the version that an earlier row made. */
  function undoRow(row: StoredImportRow, by: AgentId, versions: Map<string, number>): 'undone' | 'kept' {
    const { customerId, version, importId } = row;
    const customer = customerId === null ? null : customers.find(customerId);
    if (customer === null || version === null) return 'kept';
    const expected = versions.get(`${customer.id} ${version}`) ?? version;
    if (customer.version !== expected || (row.outcome === 'created' && isInUse(customer.id))) return 'kept';
    if (row.outcome === 'created') customers.remove(customer.id);
    else {
      restore(customer.id, row.before ?? {});
      versions.set(`${customer.id} ${version - 1}`, customer.version + 1);
    }
    const about = { subject: 'customer', subjectId: customer.id, action: 'import-undone' } as const;
    audit.append({ ...about, actorId: by, before: null, after: { importId, row: row.row, ...row.before } });
    return 'undone';
  }

  function restore(customerId: CustomerId, before: Readonly<Record<string, unknown>>): void {
    const { otherNumbers, tags, ...columns } = beforeSchema.parse(before);
    customers.update(customerId, defined(columns), clock.now());
    if (otherNumbers !== undefined) parts.setNumbers(customerId, otherNumbers);
    if (tags !== undefined) parts.setTags(customerId, tags);
  }

  function undoSome(imported: StoredImport, by: AgentId, progress: Progress): Progress | null {
    const rows = imports.lastToUndo(imported.id, progress.below, batchRows);
    if (rows.length === 0) return null;
    let { counts, below } = progress;
    for (const row of rows) {
      const outcome = undoRow(row, by, progress.versions);
      imports.setOutcome(imported.id, row.row, outcome);
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
      below = row.row;
    }
    imports.change(imported.id, { counts });
    return { ...progress, counts, below };
  }

  return async (imported, by, signal) => {
    const versions = new Map<string, number>();
    let progress: Progress | null = { counts: imported.counts, versions, below: Number.MAX_SAFE_INTEGER };
    while (progress !== null && !signal.aborted) {
      const before: Progress = progress;
      progress = database.transaction(() => undoSome(imported, by, before));
      await nextTurn();
    }
    imports.change(imported.id, { state: progress === null ? 'undone' : 'done' });
  };
}

interface Progress {
  readonly counts: ImportCounts;
  readonly versions: Map<string, number>;
  /** The row that was undone last. */
  readonly below: number;
}

/** As the fields were kept: numbers and zones of earlier versions need not be those that may be written today. */
const beforeSchema = z
  .object({
    ...customerFieldsSchema.shape,
    company: z.string(),
    companyKana: z.string().nullable(),
    person: z.string().nullable(),
    department: z.string().nullable(),
    phoneNumber: z.string(),
    otherNumbers: z.array(z.string()),
    tags: z.array(z.string()),
    note: z.string(),
  })
  .partial();
