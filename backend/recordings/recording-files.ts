import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a stored file is, to find out later whether it still is. */
export interface Checksum {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Our copies of the recordings, wherever they are kept. What is there is whole: nobody ever finds half a file under a recording's name. */
export interface RecordingFiles {
  /**
   * Rejects when the sound breaks off, is larger than any call, is not what `isWhole` looks for, or the disk is full; then nothing is left
   * of it, and what was there before is still there.
   */
  write(
    recordingRef: string,
    sound: AsyncIterable<Uint8Array>,
    isWhole?: (file: Uint8Array) => boolean,
  ): Promise<Checksum>;
  readAll(recordingRef: string): Promise<Uint8Array>;
  /** Opened when the first byte is taken. `to` is the last byte. */
  read(recordingRef: string, from: number, to: number): ReadableStream<Uint8Array>;
  /** Whether it is what was written. A file that was found good is read again only when it has been touched. */
  isIntact(recordingRef: string, checksum: Checksum): Promise<boolean>;
  /** Fine where there is none. */
  remove(recordingRef: string): Promise<void>;
  /** What a crash in the middle of writing left. */
  removeUnfinished(): Promise<void>;
}

const unfinished = '.part';
/** More than five hours. */
const mostBytes = 300 * 1_024 * 1_024;

interface LocalRecordingFiles extends RecordingFiles {
  /** Whole or not. */
  removeAll(): Promise<void>;
}

/** In a folder of this machine. */
export function createRecordingFiles(folder: string): LocalRecordingFiles {
  /** When those were last changed that were found good. */
  const good = new Map<string, number>();
  const pathOf = (recordingRef: string): string => join(folder, `${recordingRef}.wav`);

  return {
    async write(recordingRef, sound, isWhole = () => true) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(recordingRef);
      const part = `${path}${unfinished}`;
      try {
        const checksum = await writeWhole(part, sound);
        if (!isWhole(await readFile(part))) throw new Error('it is not whole');
        good.delete(recordingRef);
        await rename(part, path);
        await settle(folder);
        return checksum;
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    readAll: (recordingRef) => readFile(pathOf(recordingRef)),
    read: (recordingRef, from, to) => streamed(piecesOf(pathOf(recordingRef), from, to)),
    async isIntact(recordingRef, checksum) {
      const changedAt = await changeOf(pathOf(recordingRef));
      if (changedAt === null) return false;
      if (good.get(recordingRef) === changedAt) return true;
      const intact = (await hashOf(createReadStream(pathOf(recordingRef)))) === checksum.sha256;
      if (intact) good.set(recordingRef, changedAt);
      return intact;
    },
    async remove(recordingRef) {
      good.delete(recordingRef);
      await rm(pathOf(recordingRef), { force: true });
    },
    removeUnfinished: () => removeFrom(folder, (name) => name.endsWith(unfinished)),
    removeAll: () => removeFrom(folder, () => true),
  };
}

async function removeFrom(folder: string, isMeant: (name: string) => boolean): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  await Promise.all(names.filter(isMeant).map((name) => rm(join(folder, name), { force: true })));
}

/** On the disk, not only on its way there. */
async function writeWhole(path: string, sound: AsyncIterable<Uint8Array>): Promise<Checksum> {
  const hash = createHash('sha256');
  let bytes = 0;
  await using file = await open(path, 'w', 0o600);
  for await (const piece of sound) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) throw new Error('a recording is larger than any call');
    hash.update(piece);
    await file.writeFile(piece);
  }
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** A file's new name is safe once its folder is. Windows cannot do it, and need not. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using opened = await open(folder, 'r');
  await opened.sync();
}

/** Null where there is no such file. */
async function changeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

/** SHA-256, in hexadecimal. */
export async function hashOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

async function* piecesOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { start, end });
}

/** Nothing is read ahead: where only the headers are wanted, the file is never opened. */
export function streamed(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
