import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecordingFiles, type RecordingFiles } from '../../../backend/recordings/recording-files.ts';

describe('createRecordingFiles', () => {
  let folder: string;
  let files: RecordingFiles;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-files-'));
    files = createRecordingFiles(folder);
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function* sound(text: string): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }

  const isWhole = (file: Uint8Array) => new TextDecoder().decode(file).endsWith('end');

  it('never has under a recording’s name what is not whole', async () => {
    await expect(files.write('RE1', sound('half'), isWhole)).rejects.toThrow('not whole');

    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps what it had when what comes again is not whole', async () => {
    const checksum = await files.write('RE1', sound('to the end'), isWhole);

    await expect(files.write('RE1', sound('half'), isWhole)).rejects.toThrow('not whole');

    expect(await files.isIntact('RE1', checksum)).toBe(true);
  });
});
