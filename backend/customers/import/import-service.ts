import type { ReadableStream } from 'node:stream/web';
import { scopeOf, type Viewer } from '../../auth/visibility.ts';
import type {
  CustomerImport,
  ImportOutcome,
  ImportRows,
  ImportSettings,
  ImportState,
} from '../../contract/customer-imports.ts';
import type { AgentId, ImportId } from '../../contract/ids.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import { nothingCounted } from './import-counts.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportJobs } from './import-jobs.ts';
import { reportLines } from './import-report.ts';
import type { ImportRun } from './import-run.ts';
import { usableSettings } from './import-settings.ts';
import type { ImportStore, StoredImport } from './import-store.ts';
import type { ImportThread } from './import-thread.ts';
import type { ImportUndo } from './import-undo.ts';
import type { RunningImport } from './row-writer.ts';

/**
 * Files of customers: uploaded, tried, taken, undone. Agents see their own and import into their own customers; admins see all. Throws
 * `not-found` for what is not there or not the viewer's, `changed-elsewhere` where the import is not at that point (any more).
 */
export interface ImportService {
  /** Throws `too-large`. A file that nobody can read is told by its `failure`. */
  upload(viewer: Viewer, fileName: string, body: ReadableStream<Uint8Array>): Promise<CustomerImport>;
  recent(viewer: Viewer): readonly CustomerImport[];
  get(viewer: Viewer, importId: ImportId): CustomerImport;
  rows(viewer: Viewer, importId: ImportId, page: RowsPage): ImportRows;
  /** Begins to find out what it would do. Throws `invalid-input` for columns that make no customers. */
  check(viewer: Viewer, importId: ImportId, settings: ImportSettings): CustomerImport;
  /** Begins, or goes on, to take the rows that were checked. */
  start(viewer: Viewer, importId: ImportId): CustomerImport;
  /** Whatever is going on ends with the rows that are just being taken. */
  cancel(viewer: Viewer, importId: ImportId): CustomerImport;
  /** Begins to take back what it has done. */
  undo(viewer: Viewer, importId: ImportId): CustomerImport;
  report(viewer: Viewer, importId: ImportId): { readonly fileName: string; readonly lines: Iterable<string> };
  /** After a start of the process: nothing of what was going on goes on by itself. */
  recover(): void;
}

interface RowsPage {
  readonly after: number;
  readonly outcome?: ImportOutcome | undefined;
  readonly limit: number;
}

export interface ImportServiceOptions {
  readonly imports: ImportStore;
  readonly files: ImportFiles;
  readonly thread: ImportThread;
  readonly jobs: ImportJobs;
  readonly run: ImportRun;
  readonly undo: ImportUndo;
  readonly audit: AuditLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly isAgent: (agentId: AgentId) => boolean;
  readonly ids: Pick<Ids, 'import'>;
  readonly clock: Clock;
}

const recentImports = 50;

const failure = { code: 'internal', line: null } as const;
const unreadable = { state: 'unreadable', failure } as const;
const stopped = { state: 'stopped', failure } as const;

export function createImportService(options: ImportServiceOptions): ImportService {
  const { imports, files, thread, jobs, run, audit, nameOfAgent, ids, clock } = options;

  function stored(viewer: Viewer, importId: ImportId): StoredImport {
    const found = imports.find(importId);
    if (found !== null && (viewer.role === 'admin' || found.agentId === viewer.id)) return found;
    throw new Refusal('not-found', 'There is no such import.');
  }

  function shown({ agentId, createdAt, finishedAt, ...rest }: StoredImport): CustomerImport {
    return {
      ...rest,
      by: agentId === null ? null : nameOfAgent(agentId),
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  function expect(found: StoredImport, states: readonly ImportState[]): void {
    if (states.includes(found.state)) return;
    throw new Refusal('changed-elsewhere', `The import is ${found.state}.`);
  }

  function runningOf(viewer: Viewer, importId: ImportId): RunningImport {
    const found = stored(viewer, importId);
    if (found.settings === null) throw new Error('an import runs that has no settings');
    return { ...found, settings: found.settings, viewer };
  }

  function begin(viewer: Viewer, importId: ImportId, work: 'check' | 'take'): CustomerImport {
    const running = runningOf(viewer, importId);
    jobs.add(importId, {
      work: (signal) => run[work](running, signal),
      failed: () => imports.change(importId, work === 'check' ? unreadable : stopped),
    });
    return shown(running);
  }

  return {
    async upload(viewer, fileName, body) {
      const id = ids.import();
      const bytes = await files.keep(id, body);
      const known = await thread.analyse(files.pathOf(id));
      const analysis = known.type === 'analysed' ? known.analysis : null;
      const unread = known.type === 'failed' ? known.failure : null;
      const state = analysis === null ? 'unreadable' : 'uploaded';
      const about = { id, agentId: viewer.id, fileName, bytes, state, analysis, failure: unread } as const;
      const uploaded = {
        ...about,
        settings: null,
        counts: nothingCounted,
        createdAt: clock.now(),
        finishedAt: null,
      };
      imports.insert(uploaded);
      if (analysis === null) await files.remove(id);
      return shown(uploaded);
    },
    recent: (viewer) => imports.recent(scopeOf(viewer), recentImports).map(shown),
    get: (viewer, importId) => shown(stored(viewer, importId)),
    rows(viewer, importId, { after, outcome, limit }) {
      stored(viewer, importId);
      const rows = imports.rows({ importId, after, outcome: outcome ?? null, limit: limit + 1 });
      const page = rows.slice(0, limit);
      return {
        rows: page.map(({ row, outcome: became, customerId, company, problems }) => {
          return { row, outcome: became, customerId, company, problems: [...problems] };
        }),
        next: rows.length > limit ? (page.at(-1)?.row ?? null) : null,
      };
    },
    check(viewer, importId, settings) {
      const found = stored(viewer, importId);
      expect(found, ['uploaded', 'checked']);
      const usable = usableSettings(viewer, found, { settings, isAgent: options.isAgent });
      imports.clearRows(importId);
      imports.change(importId, { settings: usable, state: 'checking', counts: nothingCounted });
      return begin(viewer, importId, 'check');
    },
    start(viewer, importId) {
      const found = stored(viewer, importId);
      expect(found, ['checked', 'stopped']);
      if (found.state === 'checked') {
        imports.clearRows(importId);
        const { total } = found.counts;
        imports.change(importId, { counts: { ...nothingCounted, total } });
        audit.append({
          actorId: viewer.id,
          subject: 'import',
          subjectId: importId,
          action: 'started',
          before: null,
          after: { fileName: found.fileName, rows: total },
        });
      }
      imports.change(importId, { state: 'running', failure: null });
      return begin(viewer, importId, 'take');
    },
    cancel(viewer, importId) {
      expect(stored(viewer, importId), ['checking', 'running', 'undoing']);
      jobs.cancel(importId);
      return shown(stored(viewer, importId));
    },
    undo(viewer, importId) {
      const found = stored(viewer, importId);
      expect(found, ['done', 'stopped']);
      audit.append({
        actorId: viewer.id,
        subject: 'import',
        subjectId: importId,
        action: 'undone',
        before: null,
        after: { fileName: found.fileName },
      });
      imports.change(importId, { state: 'undoing', failure: null });
      const undone = stored(viewer, importId);
      jobs.add(importId, {
        work: (signal) => options.undo(undone, viewer.id, signal),
        failed: () => imports.change(importId, { ...stopped, state: 'done' }),
      });
      return shown(undone);
    },
    report(viewer, importId) {
      const { fileName } = stored(viewer, importId);
      return { fileName, lines: reportLines(imports, importId) };
    },
    recover() {
      imports.interrupt('checking', 'uploaded');
      imports.interrupt('running', 'stopped');
      imports.interrupt('undoing', 'done');
    },
  };
}
