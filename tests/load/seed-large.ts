import { existsSync, statSync } from 'node:fs';
import { createPhraseIndexStore } from '../../backend/calls/history/phrase-index-store.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { createReportCellsStore } from '../../backend/reports/report-cells-store.ts';
import { createReportCounting } from '../../backend/reports/report-counting.ts';
import { createReportSourcesStore } from '../../backend/reports/report-sources-store.ts';
import { seedLargeHistory } from '../support/large-history.ts';

/**
 * `npm run seed:large -- <file> [share]`: a new database with 1,000,000 calls of 100,000 customers with 12,000,000 turns, or with that share
 * of them; the same every time. Reports have counted it, and every turn is in the index.
 */
const [path, share = '1'] = process.argv.slice(2);
if (path === undefined || existsSync(path)) throw new Error('name a file that is not there yet');
const calls = Math.round(1_000_000 * Number(share));
const customers = Math.round(100_000 * Number(share));

const since = performance.now();
seedLargeHistory({
  path,
  calls,
  customers,
  onProgress(done) {
    if (done % 50_000 === 0) console.log(`${done} calls after ${seconds()} s`);
  },
});
console.log(`${calls} calls, ${customers} customers, ${calls * 12} turns after ${seconds()} s`);

using database = openDatabase(path);
const index = createPhraseIndexStore(database);
while (index.step(5_000) > 0);
console.log(`indexed after ${seconds()} s`);
const counting = createReportCounting({
  database,
  cells: createReportCellsStore(database),
  sources: createReportSourcesStore(database),
  zone: () => 'Asia/Tokyo',
});
while (counting.step(5_000) > 0);
console.log(
  `counted for the reports after ${seconds()} s; ${Math.round(statSync(path).size / 1_048_576)} MB`,
);

function seconds(): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
