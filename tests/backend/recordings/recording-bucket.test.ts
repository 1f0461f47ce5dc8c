import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecordingBucket } from '../../../backend/recordings/recording-bucket.ts';
import type { RecordingFiles } from '../../../backend/recordings/recording-files.ts';
import { freePort } from '../../support/free-port.ts';
import { type S3Server, startS3Server } from '../../support/s3-server.ts';

const recordingRef = 'RE00000000000000000000000000000001';
const key = `/recordings/${recordingRef}.wav`;

describe('createRecordingBucket', () => {
  let storage: S3Server;
  let folder: string;
  let files: RecordingFiles;

  beforeEach(async () => {
    storage = await startS3Server();
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
    files = createRecordingBucket(storage.access, folder);
  });

  afterEach(async () => {
    await storage[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  async function* sound(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield Buffer.from(piece);
  }

  async function* brokenSound(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('RIFF');
    throw new Error('the line broke');
  }

  it('keeps a recording in the bucket, signed and checked there, and no copy of it here', async () => {
    const checksum = await files.write(recordingRef, sound('RIFF', '1234', '5678'));

    expect(checksum.bytes).toBe(12);
    expect(storage.objects.get(key)?.toString()).toBe('RIFF12345678');
    expect(await readdir(folder)).toEqual([]);
    expect(await files.isIntact(recordingRef, checksum)).toBe(true);
  });

  it('reads a part of it without fetching the rest', async () => {
    await files.write(recordingRef, sound('RIFF12345678'));

    const part = await new Response(files.read(recordingRef, 4, 7)).text();

    expect(part).toBe('1234');
    expect(storage.requests.at(-1)).toBe(`GET ${key} bytes=4-7`);
    expect(Buffer.from(await files.readAll(recordingRef)).toString()).toBe('RIFF12345678');
  });

  it('asks for nothing while nobody reads', async () => {
    await files.write(recordingRef, sound('RIFF12345678'));

    await files.read(recordingRef, 0, 3).cancel();

    expect(storage.requests.some((request) => request.startsWith('GET'))).toBe(false);
  });

  it('finds a recording that was changed, although it was found good before', async () => {
    const checksum = await files.write(recordingRef, sound('RIFF12345678'));
    await files.isIntact(recordingRef, checksum);

    storage.objects.set(key, Buffer.from('RIFF12345679'));

    expect(await files.isIntact(recordingRef, checksum)).toBe(false);
  });

  it('reads one that was found good only once', async () => {
    const checksum = await files.write(recordingRef, sound('RIFF12345678'));

    await files.isIntact(recordingRef, checksum);
    await files.isIntact(recordingRef, checksum);

    expect(storage.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1);
  });

  it('leaves nothing of a recording that broke off, here or there', async () => {
    await expect(files.write(recordingRef, brokenSound())).rejects.toThrow('the line broke');

    expect(storage.objects.size).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes it, and does not mind when it is gone', async () => {
    const checksum = await files.write(recordingRef, sound('RIFF'));

    await files.remove(recordingRef);
    await files.remove(recordingRef);

    expect(storage.objects.size).toBe(0);
    expect(await files.isIntact(recordingRef, checksum)).toBe(false);
  });

  it('says why the storage refuses, and nothing of the key', async () => {
    const wrong = createRecordingBucket({ ...storage.access, secret: 'another' }, folder);

    await expect(wrong.write(recordingRef, sound('RIFF'))).rejects.toThrow(
      'the storage answered 403 SignatureDoesNotMatch',
    );
    expect(storage.objects.size).toBe(0);
  });

  it('fails where the storage does not answer in time', async () => {
    const silent = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, resolve));
    const endpoint = `http://localhost:${port}`;
    const waiting = createRecordingBucket({ ...storage.access, endpoint }, folder, 50);

    await expect(waiting.remove(recordingRef)).rejects.toThrow('the storage did not answer');

    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});
