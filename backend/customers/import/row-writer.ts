import type { Viewer } from '../../auth/visibility.ts';
import type { ImportOutcome } from '../../contract/customer-imports.ts';
import type { CustomerId } from '../../contract/ids.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { changedFields } from '../changed-fields.ts';
import type { KeptFields } from '../customer-fields.ts';
import { type CustomerParts, type CustomerPartsStore, noParts } from '../customer-parts-store.ts';
import type { CustomerRow, CustomerStore } from '../customer-store.ts';
import type { StoredImport, StoredImportRow } from './import-store.ts';
import { mergedParts } from './merged-parts.ts';
import type { ReadRow } from './read-row.ts';
import type { RowPlan } from './row-plan.ts';

export interface RowWriterOptions {
  readonly customers: Pick<CustomerStore, 'insert' | 'update'>;
  readonly parts: CustomerPartsStore;
  readonly audit: AuditLog;
  readonly defaultTimeZone: string;
  readonly ids: Pick<Ids, 'customer'>;
  readonly clock: Clock;
}

/** Whose import it is, with the settings it runs with. */
export interface RunningImport extends Omit<StoredImport, 'settings'> {
  readonly viewer: Viewer;
  readonly settings: NonNullable<StoredImport['settings']>;
}

/** Writes what a plan says of a row, with its entry in the audit log; returns what became of it. In the caller's transaction. */
export function createRowWriter(
  options: RowWriterOptions,
): (running: RunningImport, row: ReadRow, plan: RowPlan) => StoredImportRow {
  const { customers, parts, audit, ids, clock } = options;

  function create(running: RunningImport, row: ReadRow): Written {
    const { company = '', phoneNumber = '', otherNumbers = [], tags = [], ...columns } = row.fields;
    const id = ids.customer();
    const now = clock.now();
    const ownerId = columns.ownerId ?? running.settings.ownerId;
    const written = { timeZone: options.defaultTimeZone, ...columns, company, phoneNumber, ownerId };
    customers.insert({ ...written, id, createdAt: now, updatedAt: now });
    const others = otherNumbers.filter((number) => number !== phoneNumber);
    if (others.length > 0) parts.setNumbers(id, others);
    if (tags.length > 0) parts.setTags(id, tags);
    note(running, { row: row.row, customerId: id, before: null, after: { ...row.fields, ownerId } });
    return { outcome: 'created', customerId: id, before: null, version: 1 };
  }

  function update(running: RunningImport, row: ReadRow, customer: CustomerRow): Written {
    const known = parts.of([customer.id]).get(customer.id) ?? noParts;
    const wanted = wantedFields(row, known);
    const changes = changedFields(customer, known, wanted);
    if (changes === null) return { ...untouched, customerId: customer.id };
    customers.update(customer.id, wanted.columns, clock.now());
    if (wanted.parts.otherNumbers) parts.setNumbers(customer.id, wanted.parts.otherNumbers);
    if (wanted.parts.tags) parts.setTags(customer.id, wanted.parts.tags);
    note(running, { row: row.row, customerId: customer.id, ...changes });
    return {
      outcome: 'updated',
      customerId: customer.id,
      before: changes.before,
      version: customer.version + 1,
    };
  }

  function note(running: RunningImport, { row, customerId, before, after }: Noted): void {
    audit.append({
      actorId: running.agentId,
      subject: 'customer',
      subjectId: customerId,
      action: 'imported',
      before,
      after: { ...after, importId: running.id, fileName: running.fileName, row },
    });
  }

  function written(running: RunningImport, row: ReadRow, plan: RowPlan): Written {
    switch (plan.type) {
      case 'create':
        return create(running, row);
      case 'update':
        return plan.customer === null ? create(running, row) : update(running, row, plan.customer);
      case 'skip':
        return { ...untouched, customerId: plan.customer?.id ?? null };
      case 'refuse':
        return { ...untouched, outcome: 'refused' };
    }
  }

  return (running, row, plan) => ({
    importId: running.id,
    row: row.row,
    company: row.fields.company ?? '',
    problems: plan.problems,
    ...written(running, row, plan),
  });
}

interface Written {
  readonly outcome: ImportOutcome;
  readonly customerId: CustomerId | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly version: number | null;
}

interface Noted {
  readonly row: number;
  readonly customerId: CustomerId;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

const untouched: Written = { outcome: 'skipped', customerId: null, before: null, version: null };

function wantedFields({ fields }: ReadRow, known: CustomerParts): KeptFields {
  const { phoneNumber: _, otherNumbers: __, tags: ___, ...columns } = fields;
  const { phoneNumber, otherNumbers, tags } = mergedParts(fields, known);
  return {
    columns: { ...columns, ...(phoneNumber === null ? {} : { phoneNumber }) },
    parts: { otherNumbers: [...otherNumbers], tags: [...tags] },
  };
}
