import type { ImportProblem } from '../../contract/customer-imports.ts';
import type { ImportId } from '../../contract/ids.ts';
import { byteOrderMark, csvLine } from '../csv-text.ts';
import type { ImportStore, StoredImportRow } from './import-store.ts';

const pageRows = 500;
const headings = ['row', 'outcome', 'company', 'customer', 'problems'];

/** What became of each row, as a file for a spreadsheet, some rows at a time. */
export function* reportLines(imports: Pick<ImportStore, 'rows'>, importId: ImportId): Generator<string> {
  yield byteOrderMark + csvLine(headings);
  let after = 0;
  while (true) {
    const rows = imports.rows({ importId, after, outcome: null, limit: pageRows });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(reportLine).join('');
    after = last.row;
  }
}

function reportLine({ row, outcome, company, customerId, problems }: StoredImportRow): string {
  return csvLine([String(row), outcome, company, customerId ?? '', problems.map(inWords).join('; ')]);
}

/** Columns are counted from 1, as people do. */
function inWords({ code, column, value }: ImportProblem): string {
  const where = column === null ? '' : ` in column ${column + 1}`;
  return `${code}${where}${value === '' ? '' : ` (${value})`}`;
}
