import { z } from 'zod';
import type { ImportAnalysis, ImportFailure } from '../../contract/customer-imports.ts';
import { moduleThread } from '../../kernel/module-thread.ts';
import type { ReadRow } from './read-row.ts';
import type { ImportTask, WorkerMessage } from './worker-messages.ts';

export type Analysed =
  | { readonly type: 'analysed'; readonly analysis: ImportAnalysis }
  | { readonly type: 'failed'; readonly failure: ImportFailure };
export type ReadToEnd =
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly failure: ImportFailure };

/** Reads files in a thread of its own. */
export interface ImportThread {
  analyse(path: string): Promise<Analysed>;
  /** Hands over all rows, some at a time; waits for `take`, and stops at once where that says `stop`. */
  read(
    task: Omit<Extract<ImportTask, { type: 'read' }>, 'type'>,
    take: (rows: readonly ReadRow[]) => Promise<'go-on' | 'stop'>,
  ): Promise<ReadToEnd>;
}

/** As much as a file that is bounded in its size and its rows needs. */
const mostMegabytes = 512;
const gone = { type: 'failed', failure: { code: 'internal', line: null } } as const;

export function createImportThread(): ImportThread {
  return {
    async analyse(path) {
      await using thread = startWorker({ type: 'analyse', path });
      for await (const message of thread.messages()) {
        if (message.type === 'analysed' || message.type === 'failed') return message;
      }
      return gone;
    },
    async read(task, take) {
      await using thread = startWorker({ type: 'read', ...task });
      for await (const message of thread.messages()) {
        if (message.type === 'end' || message.type === 'failed') return message;
        if (message.type !== 'rows') continue;
        if ((await take(message.rows)) === 'stop') return { type: 'end' };
        thread.askForMore();
      }
      return gone;
    },
  };
}

interface Thread extends AsyncDisposable {
  /** Ends when the thread does, whatever it died of. */
  messages(): AsyncGenerator<WorkerMessage>;
  askForMore(): void;
}

const messageSchema = z.custom<WorkerMessage>(
  (data) => typeof data === 'object' && data !== null && 'type' in data,
);

function startWorker(task: ImportTask): Thread {
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes };
  const worker = moduleThread('import-worker', import.meta.url, { workerData: task, resourceLimits });
  const arrived: WorkerMessage[] = [];
  let over = false;
  let wake = (): void => undefined;
  worker.on('message', (data) => {
    arrived.push(messageSchema.parse(data));
    wake();
  });
  // An error is followed by the exit, which says enough: what a thread dies of is ours, not the file's.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    over = true;
    wake();
  });

  return {
    async *messages() {
      while (true) {
        const next = arrived.shift();
        if (next !== undefined) yield next;
        else if (over) return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
    askForMore: () => worker.postMessage('more'),
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
