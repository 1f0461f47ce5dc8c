import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportCounts } from '../../contract/customer-imports.ts';
import type { AgentId, CustomerId } from '../../contract/ids.ts';
import type { Database } from '../../db/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { noParts } from '../customer-parts-store.ts';
import { counted, nothingCounted, outcomeOfPlan } from './import-counts.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportStore, StoredImportRow } from './import-store.ts';
import type { ImportThread, ReadToEnd } from './import-thread.ts';
import type { ReadRow } from './read-row.ts';
import { planRow, type RowPlan } from './row-plan.ts';
import { createRowWriter, type RowWriterOptions, type RunningImport } from './row-writer.ts';
import type { SameCustomerStore } from './same-customer-store.ts';

export interface ImportRunOptions extends RowWriterOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'pathOf' | 'remove'>;
  readonly thread: ImportThread;
  readonly same: SameCustomerStore;
  readonly isBlocked: (phoneNumber: string) => boolean;
  /** What agents are called in such lists. */
  readonly agentKeys: () => readonly (readonly [key: string, agentId: AgentId])[];
  readonly clock: Clock;
}

/** Takes a file row by row: to find out what it would do, or to do it. */
export interface ImportRun {
  /** Changes no customer. */
  check(running: RunningImport, signal: AbortSignal): Promise<void>;
  /** Some rows at a time, each time all or none of them. Goes on where an earlier run was stopped. */
  take(running: RunningImport, signal: AbortSignal): Promise<void>;
}

/** Of a check: more than that nobody reads before the file is mended. */
const mostShownRows = 1_000;

export function createImportRun(options: ImportRunOptions): ImportRun {
  const { database, imports, files, thread, same, isBlocked, clock } = options;
  const write = createRowWriter(options);

  const partsOf = (id: CustomerId) => options.parts.of([id]).get(id) ?? noParts;

  function plan({ viewer, settings }: RunningImport, row: ReadRow): RowPlan {
    return planRow(row, { viewer, settings, withNumber: same.withNumber, isBlocked, partsOf });
  }

  /** Each time other things have their turn before more is taken. */
  function read(
    running: RunningImport,
    signal: AbortSignal,
    take: (rows: readonly ReadRow[]) => void,
  ): Promise<ReadToEnd> {
    const { analysis, settings } = running;
    if (analysis === null) throw new Error('an import is read that was not analysed');
    const task = { path: files.pathOf(running.id), analysis, settings, agents: options.agentKeys() };
    return thread.read(task, async (rows) => {
      if (!signal.aborted) database.transaction(() => take(rows));
      await nextTurn();
      return signal.aborted ? 'stop' : 'go-on';
    });
  }

  function checkRows(running: RunningImport, rows: readonly ReadRow[], before: Checked): Checked {
    let { counts, shown } = before;
    for (const row of rows) {
      const planned = plan(running, row);
      const outcome = outcomeOfPlan(planned);
      counts = counted(counts, outcome, planned.problems);
      if (planned.problems.length === 0 || shown >= mostShownRows) continue;
      shown += 1;
      imports.addRow(shownRow(running, row, { outcome, problems: planned.problems }));
    }
    imports.change(running.id, { counts });
    return { counts, shown };
  }

  function takeRows(running: RunningImport, rows: readonly ReadRow[], before: ImportCounts): ImportCounts {
    let counts = before;
    for (const row of rows) {
      const done = write(running, row, plan(running, row));
      imports.addRow(done);
      counts = counted(counts, countable(done.outcome), done.problems);
    }
    imports.change(running.id, { counts });
    return counts;
  }

  return {
    async check(running, signal) {
      let checked: Checked = { counts: nothingCounted, shown: 0 };
      const end = await read(running, signal, (rows) => {
        checked = checkRows(running, rows, checked);
      });
      const { counts } = checked;
      if (signal.aborted) imports.change(running.id, { state: 'uploaded', counts: nothingCounted });
      else if (end.type === 'failed')
        imports.change(running.id, { state: 'unreadable', failure: end.failure });
      else imports.change(running.id, { state: 'checked', counts: { ...counts, total: counts.rows } });
    },
    async take(running, signal) {
      const done = imports.lastRow(running.id);
      let { counts } = running;
      const end = await read(running, signal, (rows) => {
        const left = rows.filter(({ row }) => row > done);
        if (left.length > 0) counts = takeRows(running, left, counts);
      });
      const finishedAt = clock.now();
      if (signal.aborted) imports.change(running.id, { state: 'stopped' });
      else if (end.type === 'failed') imports.change(running.id, { state: 'stopped', failure: end.failure });
      else {
        imports.change(running.id, { state: 'done', finishedAt });
        await files.remove(running.id);
      }
    },
  };
}

interface Checked {
  readonly counts: ImportCounts;
  readonly shown: number;
}

function shownRow(
  { id: importId }: RunningImport,
  { row, fields }: ReadRow,
  { outcome, problems }: Pick<StoredImportRow, 'outcome' | 'problems'>,
): StoredImportRow {
  const company = fields.company ?? '';
  return { importId, row, company, outcome, problems, customerId: null, before: null, version: null };
}

function countable(outcome: StoredImportRow['outcome']): 'created' | 'updated' | 'skipped' | 'refused' {
  return outcome === 'undone' || outcome === 'kept' ? 'skipped' : outcome;
}
