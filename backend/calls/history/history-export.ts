import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Viewer } from '../../auth/visibility.ts';
import type { HistoryExportQuery, HistoryPage } from '../../contract/calls.ts';
import { byteOrderMark, csvLine } from '../../customers/csv-text.ts';
import { xlsxFile } from '../../customers/export/xlsx-file.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import type { CallQueries } from '../call-queries.ts';
import { type ColumnSources, historyColumns } from './history-columns.ts';

/** The calls of a history that the viewer may see, all of them, piece by piece: other requests are answered in between. Who took it is audited. */
export type HistoryExport = (viewer: Viewer, query: HistoryExportQuery) => AsyncIterable<string | Uint8Array>;

interface HistoryExportOptions {
  readonly queries: Pick<CallQueries, 'history'>;
  readonly audit: AuditLog;
  readonly campaignName: ColumnSources['campaignName'];
  /** The team's. */
  readonly zone: () => string;
}

const pageRows = 100;

export function createHistoryExport(options: HistoryExportOptions): HistoryExport {
  const { queries, audit, campaignName, zone } = options;

  async function* rows(viewer: Viewer, { format: _, language, ...filter }: HistoryExportQuery) {
    const sources = { language, campaignName, zone: zone() };
    yield [historyColumns.map(({ name }) => name[language])];
    let before: HistoryPage['next'] = null;
    do {
      const page: HistoryPage = queries.history(viewer, { ...filter, before, limit: pageRows });
      yield page.calls.map((call) => historyColumns.map(({ cell }) => cell(call, sources)));
      before = page.next;
      await nextTurn();
    } while (before !== null);
  }

  async function* csv(viewer: Viewer, query: HistoryExportQuery) {
    yield byteOrderMark;
    for await (const some of rows(viewer, query)) yield some.map(csvLine).join('');
  }

  return (viewer, query) => {
    const entry = { subject: 'history', action: 'exported', subjectId: query.format } as const;
    audit.append({ ...entry, actorId: viewer.id, before: null, after: query });
    return query.format === 'csv' ? csv(viewer, query) : xlsxFile(rows(viewer, query));
  };
}
