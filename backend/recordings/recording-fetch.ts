import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordingRow } from '../calls/recording-store.ts';
import { wavMilliseconds } from '../kernel/wav-file.ts';
import type { StoredSound } from './recording-course.ts';
import type { RecordingKeeperOptions } from './recording-keeper.ts';
import { loudness, samplesOf } from './waveform.ts';

interface RecordingFetchOptions
  extends Pick<RecordingKeeperOptions, 'database' | 'course' | 'line' | 'files' | 'log'> {
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** Fetches a recording and stores it whole, or leaves everything as it was and says so. */
export function createRecordingFetch({
  database,
  course,
  line,
  files,
  log,
  signal,
}: RecordingFetchOptions): (recording: RecordingRow) => Promise<boolean> {
  function failed({ callId }: RecordingRow, detail: string): boolean {
    log.warn({ callId, detail }, 'a recording could not be fetched and is tried again');
    return false;
  }

  /** What it is: again from where it is kept. */
  async function described(recordingRef: string): Promise<Omit<StoredSound, 'bytes' | 'sha256'>> {
    const file = await files.readAll(recordingRef);
    const milliseconds = wavMilliseconds(file);
    if (typeof milliseconds === 'string') throw new Error(milliseconds);
    return { durationSeconds: Math.round(milliseconds / 1_000), waveform: await waveformOf(file) };
  }

  return async (recording) => {
    const { carrierRef } = recording;
    const fetched = await line.fetch(carrierRef, signal);
    if (fetched.type === 'failed') return failed(recording, fetched.detail);
    try {
      const checksum = await files.write(carrierRef, fetched.sound, isWholeWav);
      const sound = await described(carrierRef);
      database.transaction(() => course.stored(recording, { ...checksum, ...sound }));
      return true;
    } catch (error) {
      return failed(recording, error instanceof Error ? error.message : 'it broke off');
    }
  };
}

function isWholeWav(file: Uint8Array): boolean {
  return typeof wavMilliseconds(file) === 'number';
}

/** Between the parts others go on: an hour has many samples. */
async function waveformOf(file: Uint8Array): Promise<readonly number[]> {
  const samples = samplesOf(file);
  const parts: number[] = [];
  if (samples === null) return parts;
  for (const part of loudness(samples)) {
    parts.push(part);
    await nextTurn();
  }
  return parts;
}
