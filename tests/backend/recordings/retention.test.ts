import { readdir } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecordingBucket } from '../../../backend/recordings/recording-bucket.ts';
import { createRecordingFiles, type RecordingFiles } from '../../../backend/recordings/recording-files.ts';
import { startRetention } from '../../../backend/recordings/retention.ts';
import { silentWav } from '../../../backend/simulator/rest/silent-wav.ts';
import { silentLog } from '../../support/api.ts';
import {
  createKeeperBench,
  failing,
  hour,
  type KeeperBench,
  pieces,
  recordingRef,
} from '../../support/keeper-bench.ts';
import { eventually } from '../../support/patience.ts';
import { startS3Server } from '../../support/s3-server.ts';

describe('what is kept of recordings', () => {
  let bench: KeeperBench;

  beforeEach(async () => {
    bench = await createKeeperBench();
    bench.endCall();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('is tried again to be deleted at the carrier where that did not work', async () => {
    let answers = false;
    await bench.restart({
      remove: async () => (answers ? { type: 'gone' } : { type: 'unknown', detail: 'HTTP 500' }),
    });
    bench.tell('completed');
    await bench.pass(0);
    await bench.untilStored();
    await nextTurn();
    const before = bench.recording()?.removedAtCarrierAt;

    answers = true;
    await bench.pass(10);

    expect(before).toBeNull();
    await eventually(() => expect(bench.recording()?.removedAtCarrierAt).not.toBeNull());
    expect(bench.fetches()).toBe(1);
  });

  it('is deleted at the carrier, after that time, of a recording that never came to us', async () => {
    bench.give(failing);
    bench.tell('completed');
    await bench.pass(0);
    await bench.pass(25 * hour);
    const meanwhile = [...bench.removed];

    bench.clock.pass(90 * 24 * hour);
    const retention = sweep();
    await eventually(() => expect(bench.recording()?.keeping).toBe('expired'));
    await retention[Symbol.asyncDispose]();
    await bench.pass(0);

    expect(meanwhile).toEqual([]);
    await eventually(() => expect(bench.removed).toEqual([recordingRef]));
  });

  it('is deleted once it has been kept long enough, which is noted', async () => {
    bench.tell('completed');
    await bench.pass(0);
    await untilOnlyOurs();
    bench.clock.pass(90 * 24 * hour + 1);

    const retention = sweep();
    await eventually(() => expect(bench.recording()?.keeping).toBe('expired'));
    await retention[Symbol.asyncDispose]();

    expect(await readdir(bench.folder)).toEqual([]);
    expect(bench.auditedActions()).toEqual(['stored', 'removed-at-carrier', 'expired']);
    expect(bench.recording()?.waveform).toBeNull();
  });

  it('is deleted in a bucket, too, and there alone what is old enough', async () => {
    await using storage = await startS3Server();
    const bucket = createRecordingBucket(storage.access, bench.folder);
    await bench.restart({}, bucket);
    await bucket.write('RE2', pieces(silentWav(1)));
    bench.tell('completed');
    await bench.pass(0);
    await untilOnlyOurs();
    const keptBefore = storage.objects.size;
    bench.clock.pass(90 * 24 * hour + 1);

    const retention = sweep(bucket);
    await eventually(() => expect(bench.recording()?.keeping).toBe('expired'));
    await retention[Symbol.asyncDispose]();

    expect(keptBefore).toBe(2);
    expect([...storage.objects.keys()]).toEqual(['/recordings/RE2.wav']);
    expect(bench.auditedActions()).toEqual(['stored', 'removed-at-carrier', 'expired']);
  });

  it('stays on the list while the bucket does not let it go', async () => {
    await using storage = await startS3Server();
    await bench.restart({}, createRecordingBucket(storage.access, bench.folder));
    bench.tell('completed');
    await bench.pass(0);
    await bench.untilStored();
    bench.clock.pass(90 * 24 * hour + 1);

    const refused = createRecordingBucket({ ...storage.access, secret: 'another' }, bench.folder);
    await sweep(refused)[Symbol.asyncDispose]();

    expect(bench.recording()?.keeping).toBe('stored');
    expect(storage.objects.size).toBe(1);
  });

  const untilOnlyOurs = (): Promise<void> =>
    eventually(() => expect(bench.auditedActions()).toContain('removed-at-carrier'));

  function sweep(files: RecordingFiles = createRecordingFiles(bench.folder)): AsyncDisposable {
    const { database, clock, stores, flow } = bench;
    return startRetention({
      database,
      recordings: stores.recordings,
      course: flow.recordingCourse,
      files,
      keptDays: 90,
      clock,
      speed: 1,
      log: silentLog,
    });
  }
});
