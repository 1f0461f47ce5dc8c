import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Viewer } from '../../auth/visibility.ts';
import type { ExportQuery } from '../../contract/customer-exports.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import { byteOrderMark, csvLine } from '../csv-text.ts';
import type { CustomerService } from '../customer-service.ts';
import { customerColumns } from './customer-columns.ts';
import { xlsxFile } from './xlsx-file.ts';

/**
 * The customers of a list that the viewer may see, all of them, piece by piece: other requests are answered in between. That they were taken
 * away, and by whom, is in the audit log.
 */
export type CustomerExport = (viewer: Viewer, query: ExportQuery) => AsyncIterable<string | Uint8Array>;

const pageRows = 200;

export function createCustomerExport(
  customers: Pick<CustomerService, 'pages'>,
  audit: AuditLog,
): CustomerExport {
  async function* rows(viewer: Viewer, { format: _, language, ...filter }: ExportQuery) {
    yield [customerColumns.map(({ name }) => name[language])];
    for (const page of customers.pages(viewer, filter, pageRows)) {
      yield page.map((customer) => customerColumns.map(({ cell }) => cell(customer, language)));
      await nextTurn();
    }
  }

  async function* csv(viewer: Viewer, query: ExportQuery) {
    yield byteOrderMark;
    for await (const some of rows(viewer, query)) yield some.map(csvLine).join('');
  }

  return (viewer, query) => {
    const entry = { subject: 'customer', action: 'exported', subjectId: query.format } as const;
    audit.append({ ...entry, actorId: viewer.id, before: null, after: null });
    return query.format === 'csv' ? csv(viewer, query) : xlsxFile(rows(viewer, query));
  };
}
