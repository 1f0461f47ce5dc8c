import type { ExportLanguage } from '../../backend/contract/customer-exports.ts';
import {
  type Report,
  type ReportQuery,
  type ReportTable,
  reportSchema,
} from '../../backend/contract/reports.ts';
import { addressQuery } from './address-query.ts';
import { ask, fetchFile } from './answers.ts';
import type { Transport } from './transport.ts';

interface WantedTable {
  readonly query: ReportQuery;
  readonly table: ReportTable;
  readonly language: ExportLanguage;
}

/** What came of the calls there have been: of everybody’s for admins, else of one's own. */
export interface ReportApi {
  report(query: ReportQuery): Promise<Report>;
  /** A table of it, as CSV. */
  reportTable(wanted: WantedTable): Promise<Blob>;
}

export function createReportApi(transport: Transport): ReportApi {
  return {
    report: (query) =>
      ask(transport, { method: 'GET', path: `/api/reports${addressQuery(query)}` }, reportSchema),
    reportTable: ({ query, ...wanted }) =>
      fetchFile(transport, `/api/reports/export${addressQuery({ ...query, ...wanted })}`),
  };
}
