import { join } from 'node:path';
import { createImportFiles } from '../customers/import/import-files.ts';
import { createImportJobs, type ImportJobs } from '../customers/import/import-jobs.ts';
import { startImportPruning } from '../customers/import/import-pruning.ts';
import { createImportRun } from '../customers/import/import-run.ts';
import { createImportService, type ImportService } from '../customers/import/import-service.ts';
import { createImportStore } from '../customers/import/import-store.ts';
import { createImportThread } from '../customers/import/import-thread.ts';
import { createImportUndo } from '../customers/import/import-undo.ts';
import { agentKey } from '../customers/import/read-row.ts';
import { createSameCustomerStore } from '../customers/import/same-customer-store.ts';
import type { BackendParts } from './backend-parts.ts';

type ImportParts = Pick<
  BackendParts,
  'config' | 'database' | 'log' | 'clock' | 'ids' | 'care' | 'stores' | 'signIn'
>;

export interface CustomerImports {
  readonly imports: ImportService;
  readonly importJobs: ImportJobs;
  readonly startImportPruning: () => AsyncDisposable;
}

/** Files of customers, read in a thread of their own and written in small steps between everything else. */
export function createCustomerImports(parts: ImportParts): CustomerImports {
  const { config, database, log, clock, ids, care, stores, signIn } = parts;
  const { customers, audit, doNotCall, reminders } = care;
  const imports = createImportStore(database);
  const files = createImportFiles(join(config.dataFolder, 'imports'));
  const thread = createImportThread();
  const importJobs = createImportJobs(log);
  const common = { database, imports, customers, parts: care.parts, audit, clock };
  const run = createImportRun({
    ...common,
    files,
    thread,
    same: createSameCustomerStore(database),
    isBlocked: doNotCall.isBlocked,
    agentKeys: () =>
      signIn.users
        .all()
        .flatMap(({ id, name, email }) => [[agentKey(name), id] as const, [agentKey(email), id] as const]),
    defaultTimeZone: config.defaultTimeZone,
    ids,
  });
  const undo = createImportUndo({
    ...common,
    isInUse: (id) => stores.calls.lastOfCustomers([id]).length > 0 || reminders.nextOf([id]).size > 0,
  });
  const service = createImportService({
    imports,
    files,
    thread,
    jobs: importJobs,
    run,
    undo,
    audit,
    nameOfAgent: stores.agents.nameOf,
    isAgent: (agentId) => stores.agents.find(agentId) !== null,
    ids,
    clock,
  });
  return {
    imports: service,
    importJobs,
    startImportPruning: () => startImportPruning({ imports, files, clock, log }),
  };
}
