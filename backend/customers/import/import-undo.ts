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

const batchRows = 20;

export function createImportUndo(options: ImportUndoOptions): ImportUndo {
  const { database, imports, customers, parts, audit, isInUse, clock } = options;

  function undoRow(row: StoredImportRow, by: AgentId): 'undone' | 'kept' {
    const { customerId, version, importId } = row;
    const customer = customerId === null ? null : customers.find(customerId);
    if (customer === null || version === null) return 'kept';
    if (customer.version !== version || (row.outcome === 'created' && isInUse(customer.id))) return 'kept';
    if (row.outcome === 'created') customers.remove(customer.id);
    else {
      restore(customer.id, row.before ?? {});
      // What the rows before it made of them is now a later version: also for an undo that goes on after a restart.
      imports.shiftVersions(row, 2);
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
    let { counts, below } = progress;
    for (let place = 0; place < batchRows; place += 1) {
      const row = imports.lastToUndo(imported.id, below);
      if (row === null) break;
      const outcome = undoRow(row, by);
      imports.setOutcome(imported.id, row.row, outcome);
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
      below = row.row;
    }
    imports.change(imported.id, { counts });
    return below === progress.below ? null : { counts, below };
  }

  return async (imported, by, signal) => {
    let progress: Progress | null = { counts: imported.counts, below: Number.MAX_SAFE_INTEGER };
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
