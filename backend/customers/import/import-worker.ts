import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { type ReadRow, readRow } from './read-row.ts';
import { createRepeatedRows } from './repeated-rows.ts';
import { analyseTable } from './table-analysis.ts';
import { tableRows, UnreadableTable } from './table-reader.ts';
import type { ImportTask, WorkerMessage } from './worker-messages.ts';

/** A thread of its own: files are decoded, parsed and understood while the server serves. */
const task = z.custom<ImportTask>((data) => data !== null && typeof data === 'object').parse(workerData);
const port = parentPort;
if (port === null) throw new Error('the import worker runs as a thread only');

/** So few that whoever writes them holds up nobody. */
const batchRows = 20;
const mostRows = 300_000;
/** Batches that may lie ready. */
const ahead = 8;

let asked = ahead;
port.on('message', () => {
  asked += 1;
});

function say(message: WorkerMessage): void {
  port?.postMessage(message);
}

async function send(rows: readonly ReadRow[]): Promise<void> {
  while (asked === 0 && port !== null) await once(port, 'message');
  asked -= 1;
  say({ type: 'rows', rows });
}

async function read({
  path,
  analysis,
  settings,
  agents,
}: Extract<ImportTask, { type: 'read' }>): Promise<void> {
  const reading = { settings, agents: new Map(agents) };
  const comparedWithEarlier = createRepeatedRows(settings.matchedBy);
  let batch: ReadRow[] = [];
  let rows = 0;
  let passedHeader = !settings.hasHeader;
  for await (const { row, cells } of tableRows(path, analysis)) {
    if (!passedHeader) {
      passedHeader = true;
      continue;
    }
    rows += 1;
    if (rows > mostRows) throw new UnreadableTable('too-many-rows', row);
    batch.push(comparedWithEarlier(readRow(row, cells, reading)));
    if (batch.length < batchRows) continue;
    await send(batch);
    batch = [];
  }
  if (batch.length > 0) await send(batch);
  say({ type: 'end' });
}

try {
  if (task.type === 'analyse') say({ type: 'analysed', analysis: await analyseTable(task.path) });
  else await read(task);
} catch (error) {
  const failure =
    error instanceof UnreadableTable ? error.failure : ({ code: 'internal', line: null } as const);
  say({ type: 'failed', failure });
}
port.close();
