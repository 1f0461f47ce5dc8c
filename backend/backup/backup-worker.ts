import { parentPort, workerData } from 'node:worker_threads';
import { makeBackup } from './make-backup.ts';
import { backupOrderSchema } from './worker-messages.ts';

// A thread of its own: to copy a large database and to read it through takes minutes.
parentPort?.postMessage(makeBackup(backupOrderSchema.parse(workerData)));
