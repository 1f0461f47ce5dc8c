import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleThread } from '../../kernel/module-thread.ts';

/** Packs rows as a spreadsheet in a thread of its own, and hands it over piece by piece; nothing of it stays on the disk. */
export async function* xlsxFile(
  rows: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'toritsugi-export-'));
  const path = join(folder, 'list.xlsx');
  const worker = moduleThread('xlsx-worker', import.meta.url, { workerData: { path } });
  try {
    const packed = once(worker, 'message');
    for await (const some of rows) worker.postMessage({ rows: some });
    worker.postMessage('end');
    await packed;
    for await (const piece of createReadStream(path)) yield piece;
  } finally {
    await worker.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}
