import { parentPort, workerData } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';

/** A thread of its own: to pack a hundred thousand rows takes seconds. Texts stay texts, whatever they begin with. */
const { path } = z.object({ path: z.string() }).parse(workerData);
const messageSchema = z.union([z.object({ rows: z.array(z.array(z.string())) }), z.literal('end')]);

const sheet: { value: string; type: StringConstructor }[][] = [];
parentPort?.on('message', (data) => {
  const message = messageSchema.parse(data);
  if (message === 'end') return void finish();
  sheet.push(...message.rows.map((row) => row.map((value) => ({ value, type: String }))));
});

async function finish(): Promise<void> {
  await writeXlsxFile(sheet, { sheet: 'Toritsugi' }).toFile(path);
  parentPort?.postMessage('done');
  parentPort?.close();
}
