import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type ImportId, importIdSchema } from '../../contract/ids.ts';
import { Refusal } from '../../kernel/errors.ts';

/** The files that were uploaded, as they came, until their import is over. */
export interface ImportFiles {
  pathOf(importId: ImportId): string;
  /** Returns how many bytes there were. Throws `too-large`, and leaves nothing behind then. */
  keep(importId: ImportId, body: ReadableStream<Uint8Array>): Promise<number>;
  remove(importId: ImportId): Promise<void>;
  /** All that are there. */
  kept(): Promise<readonly { readonly importId: ImportId; readonly keptAt: Date }[]>;
}

/** Bytes: a hundred thousand rows with everything that is known of a company. */
export const largestFile = 64 * 1_024 * 1_024;

export function createImportFiles(folder: string): ImportFiles {
  const pathOf = (importId: ImportId) => join(folder, `${importId}.csv`);
  return {
    pathOf,
    async keep(importId, body) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const counted = countBytes();
      try {
        await pipeline(
          Readable.fromWeb(body),
          counted.through,
          createWriteStream(pathOf(importId), { mode: 0o600 }),
        );
      } catch (error) {
        await rm(pathOf(importId), { force: true });
        throw error;
      }
      return counted.bytes();
    },
    remove: (importId) => rm(pathOf(importId), { force: true }),
    async kept() {
      const names = existsSync(folder) ? await readdir(folder) : [];
      const ids = names.flatMap((name) => importIdSchema.safeParse(basename(name, '.csv')).data ?? []);
      const times = await Promise.all(ids.map(async (id) => (await stat(pathOf(id))).mtime));
      return ids.flatMap((importId, place) => ({ importId, keptAt: times[place] ?? new Date() }));
    },
  };
}

function countBytes(): { readonly through: Transform; readonly bytes: () => number } {
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, pass) {
      bytes += chunk.byteLength;
      if (bytes <= largestFile) pass(null, chunk);
      else pass(new Refusal('too-large', `A file may have ${largestFile} bytes at most.`));
    },
  });
  return { through, bytes: () => bytes };
}
