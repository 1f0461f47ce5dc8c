import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ImportId } from '../../contract/ids.ts';
import { Refusal } from '../../kernel/errors.ts';

/** The files that were uploaded, as they came, until their import is over. */
export interface ImportFiles {
  pathOf(importId: ImportId): string;
  /** Returns how many bytes there were. Throws `too-large`, and leaves nothing behind then. */
  keep(importId: ImportId, body: ReadableStream<Uint8Array>): Promise<number>;
  remove(importId: ImportId): Promise<void>;
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
