import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportStore } from './import-store.ts';

interface ImportPruningOptions {
  readonly imports: Pick<ImportStore, 'find' | 'unfinishedBefore' | 'change'>;
  readonly files: Pick<ImportFiles, 'kept' | 'remove'>;
  readonly clock: Clock;
  readonly log: Log;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** Nobody goes on with an import after so long; the file is full of people's names and numbers. */
const keptDays = 7;
const fileGone = { failure: { code: 'file-gone', line: null } } as const;

/** Forgets the files of imports that nobody has finished, and files of which no import knows. */
export async function pruneImportFiles({ imports, files, clock }: ImportPruningOptions): Promise<void> {
  const before = new Date(clock.now().getTime() - keptDays * dayMs);
  for (const { id, state } of imports.unfinishedBefore(before)) {
    await files.remove(id);
    // What it has done so far can still be undone.
    imports.change(id, state === 'stopped' ? fileGone : { ...fileGone, state: 'unreadable' });
  }
  for (const { importId, keptAt } of await files.kept()) {
    if (keptAt < before && imports.find(importId) === null) await files.remove(importId);
  }
}

/** At the start and once a day. */
export function startImportPruning(options: ImportPruningOptions): AsyncDisposable {
  const prune = async (): Promise<void> => {
    try {
      await pruneImportFiles(options);
    } catch (error) {
      options.log.error({ error }, 'files of imports could not be pruned');
    }
  };
  let work = prune();
  const timer = setInterval(() => {
    work = prune();
  }, dayMs);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await work;
    },
  };
}
