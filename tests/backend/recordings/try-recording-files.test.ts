import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecordingBucket } from '../../../backend/recordings/recording-bucket.ts';
import { tryRecordingFiles } from '../../../backend/recordings/try-recording-files.ts';
import { type S3Server, startS3Server } from '../../support/s3-server.ts';

describe('tryRecordingFiles', () => {
  let storage: S3Server;
  let folder: string;

  beforeEach(async () => {
    storage = await startS3Server();
    folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  });

  afterEach(async () => {
    await storage[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it('finds nothing wrong with storage that works, and leaves nothing there', async () => {
    const files = createRecordingBucket(storage.access, folder);

    expect(await tryRecordingFiles(files, 'check-1')).toBeNull();
    expect(storage.objects.size).toBe(0);
  });

  it.each([
    ['another secret', { secret: 'another' }, 'SignatureDoesNotMatch'],
    ['a bucket that is not there', { bucket: 'nowhere' }, 'NoSuchBucket'],
    ['an address at which nobody listens', { endpoint: 'http://127.0.0.1:9' }, ''],
  ])('says why storage does not work with %s', async (_, change, reason) => {
    const files = createRecordingBucket({ ...storage.access, ...change }, folder);

    const problem = await tryRecordingFiles(files, 'check-1');

    expect(problem).not.toBeNull();
    expect(problem).toContain(reason);
  });
});
