import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { alerts } from '../../../backend/db/schema/calls.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { timerEventSchema } from '../../../backend/journal/timer-store.ts';
import { createRecordingFiles } from '../../../backend/recordings/recording-files.ts';
import { createRecordingKeeper, type RecordingKeeper } from '../../../backend/recordings/recording-keeper.ts';
import { startRetention } from '../../../backend/recordings/retention.ts';
import { silentWav } from '../../../backend/simulator/rest/silent-wav.ts';
import type { FetchedSound, RecordingLine } from '../../../backend/telephony/recording-line.ts';
import { silentLog } from '../../support/api.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';
import { keptLog } from '../../support/kept-log.ts';
import { eventually } from '../../support/patience.ts';

const hour = 3_600;
const recordingRef = 'RE1';

describe('the keeper of recordings', () => {
  let bench: HandoffBench;
  let folder: string;
  let keeper: RecordingKeeper;
  let callId: CallId;
  let removed: string[];
  let fetches: number;
  let kept: ReturnType<typeof keptLog>;
  let sound: (signal: AbortSignal) => Promise<FetchedSound>;

  beforeEach(async () => {
    bench = createHandoffBench();
    folder = join(await mkdtemp(join(tmpdir(), 'keeper-')), 'recordings');
    removed = [];
    fetches = 0;
    kept = keptLog();
    sound = whole;
    keeper = newKeeper();
    callId = bench.answeredCall();
    tell('in-progress');
    bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'customer-left' }));
  });

  afterEach(async () => {
    await keeper[Symbol.asyncDispose]();
    bench[Symbol.dispose]();
    await rm(join(folder, '..'), { recursive: true });
  });

  const failing = async (): Promise<FetchedSound> => ({ type: 'failed', detail: 'HTTP 503' });

  async function whole(): Promise<FetchedSound> {
    return { type: 'sound', sound: pieces(silentWav(3)) };
  }

  async function* pieces(...given: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
    yield* given;
  }

  function newKeeper(line: Partial<RecordingLine> = {}): RecordingKeeper {
    const { database, clock, stores, flow } = bench;
    return createRecordingKeeper({
      database,
      calls: stores.calls,
      recordings: stores.recordings,
      course: flow.recordingCourse,
      files: createRecordingFiles(folder),
      removeAtCarrier: true,
      clock,
      log: kept.log,
      line: {
        recordingsOf: async () => null,
        setPaused: async () => ({ type: 'done' }),
        fetch: (_, signal) => {
          fetches += 1;
          return sound(signal);
        },
        remove: async (ref) => {
          removed.push(ref);
          return { type: 'done' };
        },
        ...line,
      },
    });
  }

  function tell(state: 'in-progress' | 'completed'): void {
    const known = { callId, recordingRef, startedAt: null, durationSeconds: null, channels: 1 };
    bench.database.transaction(() => bench.flow.recordingCourse.told({ ...known, state }));
  }

  const recording = () => bench.stores.recordings.find(recordingRef);
  const untilStored = (): Promise<void> => eventually(() => expect(recording()?.keeping).toBe('stored'));
  const dueAt = () => bench.stores.timers.dueAt(`recording:${callId}`);
  const auditedActions = (): string[] =>
    bench.database.query
      .select()
      .from(audit)
      .all()
      .filter(({ subject }) => subject === 'recording')
      .map(({ action }) => action);
  const raised = (): string[] =>
    bench.database.query
      .select()
      .from(alerts)
      .all()
      .map(({ kind }) => kind);

  /** Lets the time pass, and the keeper do what became due. */
  async function pass(seconds: number): Promise<void> {
    bench.clock.pass(seconds);
    for (const timer of bench.stores.timers.due(bench.clock.now())) {
      const event = timerEventSchema.parse(timer.event);
      bench.database.transaction(() => {
        if (event.type !== 'recording-due' || !bench.stores.timers.take(timer.id, bench.clock.now())) return;
        keeper.due(event.callId, event.attempt);
      });
    }
    // Until nothing is left that waits for nothing.
    await nextTurn();
  }

  it('stores what it is told of, and deletes it at the carrier', async () => {
    tell('completed');
    await pass(0);
    await untilStored();

    await eventually(() => expect(dueAt()).toBeNull());
    expect(recording()).toMatchObject({ keeping: 'stored', durationSeconds: 3, bytes: 24_044 });
    expect(removed).toEqual([recordingRef]);
    expect(await readdir(folder)).toEqual(['RE1.wav']);
  });

  it('tries again for a day, then gives up and tells the admins', async () => {
    sound = failing;
    tell('completed');
    await pass(0);
    for (let passed = 0; passed < 26 * hour; passed += 600) await pass(600);

    expect(fetches).toBeGreaterThan(24);
    expect(fetches).toBeLessThan(60);
    expect(recording()?.keeping).toBe('lost');
    expect(raised()).toEqual(['recording-lost']);
    expect(auditedActions()).toEqual(['lost']);
    expect(dueAt()).toBeNull();
  });

  it('seeks for another day when it is asked to, and takes back the alert', async () => {
    sound = failing;
    tell('completed');
    await pass(0);
    await pass(25 * hour);
    const lost = recording();
    if (lost === null) throw new Error('there is no recording');
    const by = bench.agent('admin', 'admin');

    sound = whole;
    bench.database.transaction(() => bench.flow.recordingCourse.soughtAgain(lost, by));
    await pass(0);
    await untilStored();

    expect(raised()).toEqual([]);
    await eventually(() =>
      expect(auditedActions()).toEqual(['lost', 'sought-again', 'stored', 'removed-at-carrier']),
    );
  });

  it.each([
    ['breaks off', () => breaking()],
    [
      'is cut short',
      async () => ({ type: 'sound', sound: pieces(silentWav(3).subarray(0, 9_000)) }) as const,
    ],
    ['is a page of words', async () => ({ type: 'sound', sound: pieces(Buffer.from('<html>')) }) as const],
  ])('keeps nothing of a sound that %s', async (_, broken) => {
    sound = broken;
    tell('completed');

    await pass(0);
    await eventually(() => expect(kept.lines.map(({ msg }) => msg).join()).toContain('could not be fetched'));
    const left = await readdir(folder);
    sound = whole;
    await pass(10);

    expect(left).toEqual([]);
    await untilStored();
  });

  async function breaking(): Promise<FetchedSound> {
    async function* half(): AsyncGenerator<Uint8Array> {
      yield silentWav(3).subarray(0, 1_000);
      throw new Error('terminated');
    }
    return { type: 'sound', sound: half() };
  }

  it('goes on after a restart in the middle of a file', async () => {
    sound = (signal) => stuck(signal);
    tell('completed');
    await pass(0);
    await eventually(async () => expect(await readdir(folder)).toEqual(['RE1.wav.part']));
    await keeper[Symbol.asyncDispose]();
    await writeFile(join(folder, 'RE9.wav.part'), 'half');

    sound = whole;
    keeper = newKeeper();
    keeper.recover();
    await pass(0);
    await untilStored();

    expect(await readdir(folder)).toEqual(['RE1.wav']);
  });

  /** A connection on which nothing more comes. */
  async function stuck(signal: AbortSignal): Promise<FetchedSound> {
    async function* silent(): AsyncGenerator<Uint8Array> {
      yield silentWav(3).subarray(0, 1_000);
      signal.throwIfAborted();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
    return { type: 'sound', sound: silent() };
  }

  it('looks up how a recording ended when nobody told', async () => {
    await keeper[Symbol.asyncDispose]();
    const completed = { recordingRef, startedAt: null, durationSeconds: 3, channels: 1 } as const;
    keeper = newKeeper({ recordingsOf: async () => [{ ...completed, state: 'completed' }] });

    await pass(120);

    await untilStored();
  });

  it('tries again to delete at the carrier what it could not delete', async () => {
    await keeper[Symbol.asyncDispose]();
    let answers = false;
    keeper = newKeeper({
      remove: async () => (answers ? { type: 'gone' } : { type: 'unknown', detail: 'HTTP 500' }),
    });
    tell('completed');
    await pass(0);
    await untilStored();
    await nextTurn();
    const before = recording()?.removedAtCarrierAt;

    answers = true;
    await pass(10);

    expect(before).toBeNull();
    await eventually(() => expect(recording()?.removedAtCarrierAt).not.toBeNull());
    expect(fetches).toBe(1);
  });

  it('deletes a recording that has been kept long enough, and says so', async () => {
    tell('completed');
    await pass(0);
    await eventually(() => expect(auditedActions()).toContain('removed-at-carrier'));
    bench.clock.pass(90 * 24 * hour + 1);

    const { database, clock, stores, flow } = bench;
    const retention = startRetention({
      database,
      recordings: stores.recordings,
      course: flow.recordingCourse,
      files: createRecordingFiles(folder),
      keptDays: 90,
      clock,
      speed: 1,
      log: silentLog,
    });
    await eventually(() => expect(recording()?.keeping).toBe('expired'));
    await retention[Symbol.asyncDispose]();

    expect(await readdir(folder)).toEqual([]);
    expect(auditedActions()).toEqual(['stored', 'removed-at-carrier', 'expired']);
    expect(recording()?.waveform).toBeNull();
  });
});
