import type { ImportId } from '../../contract/ids.ts';
import type { Log } from '../../kernel/log.ts';

/** What takes its time, one after the other, so that there is always time for everything else. */
export interface ImportJobs extends AsyncDisposable {
  /** `signal` is aborted when somebody cancels it, and when the process ends. */
  add(importId: ImportId, job: ImportJob): void;
  cancel(importId: ImportId): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

export interface ImportJob {
  readonly work: (signal: AbortSignal) => Promise<void>;
  /** It threw: nobody else says that it is not going on any more. */
  readonly failed: () => void;
}

export function createImportJobs(log: Log): ImportJobs {
  const running = new Map<ImportId, AbortController>();
  let last = Promise.resolve();

  async function run({ work, failed }: ImportJob, controller: AbortController): Promise<void> {
    try {
      // Also when it was cancelled before its turn: it is the work that says where it stopped.
      await work(controller.signal);
    } catch (error) {
      log.error({ error }, 'an import failed');
      failed();
    }
  }

  return {
    add(importId, job) {
      const controller = new AbortController();
      running.set(importId, controller);
      last = last
        .then(() => run(job, controller))
        .then(() => {
          if (running.get(importId) === controller) running.delete(importId);
        });
    },
    cancel(importId) {
      running.get(importId)?.abort();
    },
    idle: () => last,
    async [Symbol.asyncDispose]() {
      for (const controller of running.values()) controller.abort();
      await last;
    },
  };
}
