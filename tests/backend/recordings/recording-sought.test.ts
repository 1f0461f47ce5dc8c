import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordings } from '../../../backend/db/schema/calls.ts';
import type { RecordingLine } from '../../../backend/telephony/recording-line.ts';
import {
  createKeeperBench,
  failing,
  hour,
  type KeeperBench,
  recordingRef,
  whole,
} from '../../support/keeper-bench.ts';
import { eventually } from '../../support/patience.ts';

const completed = {
  recordingRef,
  state: 'completed',
  startedAt: null,
  durationSeconds: 3,
  channels: 1,
} as const;

describe('the keeper of recordings, of how long it seeks', () => {
  let bench: KeeperBench;

  beforeEach(async () => {
    bench = await createKeeperBench();
    bench.endCall();
  });

  afterEach(() => bench[Symbol.asyncDispose]());

  it('tries again for a day, then gives up and tells the admins', async () => {
    bench.give(failing);
    bench.tell('completed');
    await bench.pass(0);
    await bench.passDay();

    expect(bench.fetches()).toBeGreaterThan(24);
    expect(bench.fetches()).toBeLessThan(60);
    expect(bench.recording()?.keeping).toBe('lost');
    expect(bench.raised()).toEqual(['recording-lost']);
    expect(bench.auditedActions()).toEqual(['lost']);
    expect(bench.dueAt()).toBeNull();
  });

  it('seeks for another day when it is asked to, and takes back the alert', async () => {
    bench.give(failing);
    bench.tell('completed');
    await bench.pass(0);
    await bench.pass(25 * hour);
    const lost = bench.recording();
    if (lost === null) throw new Error('there is no recording');
    const by = bench.agent('admin', 'admin');

    bench.give(whole);
    bench.database.transaction(() => bench.flow.recordingCourse.soughtAgain(lost, by));
    await bench.pass(0);
    await bench.untilStored();

    expect(bench.raised()).toEqual([]);
    await eventually(() =>
      expect(bench.auditedActions()).toEqual(['lost', 'sought-again', 'stored', 'removed-at-carrier']),
    );
  });

  it('looks up how a recording ended when nobody told', async () => {
    await bench.restart({ recordingsOf: async () => [completed] });

    await bench.pass(120);

    await bench.untilStored();
  });

  /** Nothing was ever told of this call's recording. */
  async function forget(recordingsOf: RecordingLine['recordingsOf']): Promise<void> {
    await bench.restart({ recordingsOf });
    bench.database.query.delete(recordings).run();
  }

  it('does not believe an empty list at once: the carrier may list a recording later', async () => {
    let listed: Awaited<ReturnType<RecordingLine['recordingsOf']>> = [];
    await forget(async () => listed);

    await bench.pass(120);
    await nextTurn();
    listed = [completed];
    await bench.pass(30);

    await bench.untilStored();
    expect(bench.raised()).toEqual([]);
  });

  it('takes back, and seeks for a day again, the alert of a call of whose recording nothing was told', async () => {
    await forget(async () => []);
    await bench.passDay();
    const after = bench.raised();

    bench.database.transaction(() => bench.flow.recordingCourse.unknownSoughtAgain(bench.callId));
    await bench.pass(0);
    const sought = bench.raised();
    await bench.passDay();

    expect([after, sought, bench.raised()]).toEqual([['recording-lost'], [], ['recording-lost']]);
    expect(bench.dueAt()).toBeNull();
  });
});
