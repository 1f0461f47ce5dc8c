import { once } from 'node:events';
import { moduleThread } from '../kernel/module-thread.ts';
import type { BackupOrder, MadeBackup } from './make-backup.ts';
import { madeBackupSchema } from './worker-messages.ts';

/** `makeBackup` in a thread of its own, so that calls go on meanwhile. Rejects as that throws, and when `signal` ends it. */
export async function makeBackupAside(order: BackupOrder, signal: AbortSignal): Promise<MadeBackup> {
  const worker = moduleThread('backup-worker', import.meta.url, { workerData: order });
  try {
    const [made] = await once(worker, 'message', { signal });
    return madeBackupSchema.parse(made);
  } finally {
    await worker.terminate();
  }
}
