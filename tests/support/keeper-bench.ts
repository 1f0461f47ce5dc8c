import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'vitest';
import { alerts } from '../../backend/db/schema/calls.ts';
import { audit } from '../../backend/db/schema/customers.ts';
import { timerEventSchema } from '../../backend/journal/timer-store.ts';
import { createRecordingFiles, type RecordingFiles } from '../../backend/recordings/recording-files.ts';
import { createRecordingKeeper, type RecordingKeeper } from '../../backend/recordings/recording-keeper.ts';
import { silentWav } from '../../backend/simulator/rest/silent-wav.ts';
import type { RecordingEvent } from '../../backend/telephony/carrier-events.ts';
import type { FetchedSound, RecordingLine } from '../../backend/telephony/recording-line.ts';
import { createHandoffBench } from './handoff-bench.ts';
import { keptLog } from './kept-log.ts';
import { eventually } from './patience.ts';

export const hour = 3_600;
export const recordingRef = 'RE1';

type Sound = (signal: AbortSignal) => Promise<FetchedSound>;
export type KeeperBench = Awaited<ReturnType<typeof createKeeperBench>>;

/** An answered call that is being recorded, and the keeper of its recording before a carrier that does what a test says. */
export async function createKeeperBench() {
  const bench = createHandoffBench();
  const { database, clock, stores, flow } = bench;
  const folder = join(await mkdtemp(join(tmpdir(), 'keeper-')), 'recordings');
  const kept = keptLog();
  const removed: string[] = [];
  const callId = bench.answeredCall();
  let fetches = 0;
  let sound: Sound = whole;
  let keeper = newKeeper({});
  tell('in-progress');

  function newKeeper(
    line: Partial<RecordingLine>,
    files: RecordingFiles = createRecordingFiles(folder),
  ): RecordingKeeper {
    return createRecordingKeeper({
      database,
      calls: stores.calls,
      recordings: stores.recordings,
      course: flow.recordingCourse,
      files,
      removeAtCarrier: true,
      clock,
      log: kept.log,
      line: {
        recordingsOf: async () => null,
        recordingNow: async () => 'unknown',
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

  function tell(state: RecordingEvent['state'], durationSeconds: number | null = null): void {
    const known = { callId, recordingRef, startedAt: null, durationSeconds, channels: 1 };
    database.transaction(() => flow.recordingCourse.told({ ...known, state }));
  }

  const recording = () => stores.recordings.find(recordingRef);

  /** Lets the time pass, and the keeper do what became due. */
  async function pass(seconds: number): Promise<void> {
    clock.pass(seconds);
    for (const timer of stores.timers.due(clock.now())) {
      const event = timerEventSchema.parse(timer.event);
      database.transaction(() => {
        if (event.type !== 'recording-due' || !stores.timers.take(timer.id, clock.now())) return;
        keeper.due(event.callId, event.attempt);
      });
    }
    // Until nothing is left that waits for nothing.
    await nextTurn();
  }

  return {
    ...bench,
    folder,
    kept,
    callId,
    removed,
    recording,
    tell,
    pass,
    fetches: () => fetches,
    keeper: () => keeper,
    give(next: Sound): void {
      sound = next;
    },
    /** The process ends, and another one begins, before a carrier or storage that does otherwise. */
    async restart(line: Partial<RecordingLine> = {}, files?: RecordingFiles): Promise<void> {
      await keeper[Symbol.asyncDispose]();
      keeper = newKeeper(line, files);
    },
    endCall: () => database.transaction(() => flow.ending.end(callId, { type: 'customer-left' })),
    /** More than the day for which a recording is sought. */
    async passDay(): Promise<void> {
      for (let passed = 0; passed < 26 * hour; passed += 600) await pass(600);
      await nextTurn();
    },
    untilStored: () => eventually(() => expect(recording()?.keeping).toBe('stored')),
    dueAt: () => stores.timers.dueAt(`recording:${callId}`),
    auditedActions: (): readonly string[] =>
      database.query
        .select()
        .from(audit)
        .all()
        .filter(({ subject }) => subject === 'recording')
        .map(({ action }) => action),
    raised: (): readonly string[] =>
      database.query
        .select()
        .from(alerts)
        .all()
        .map(({ kind }) => kind),
    async [Symbol.asyncDispose](): Promise<void> {
      await keeper[Symbol.asyncDispose]();
      bench[Symbol.dispose]();
      await rm(join(folder, '..'), { recursive: true });
    },
  };
}

export async function whole(): Promise<FetchedSound> {
  return { type: 'sound', sound: pieces(silentWav(3)) };
}

export async function failing(): Promise<FetchedSound> {
  return { type: 'failed', detail: 'HTTP 503' };
}

export async function* pieces(...given: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* given;
}
