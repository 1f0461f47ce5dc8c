import { z } from 'zod';
import { mp3Milliseconds } from '../../kernel/mp3-file.ts';
import type { Recording } from '../endpoint.ts';

/** The sound files that documents play, by their absolute URL. */
export interface RecordingLibrary {
  /** Null when there is no such file: Twilio then goes on with the next verb. */
  find(url: string): Promise<Recording | null>;
}

/** For files whose length is not known: anything but a WAV or an MP3. */
const ASSUMED_DURATION_MS = 10_000;
const FETCH_TIMEOUT_MS = 5_000;

export interface RecordingLibraryOptions {
  /** What the carrier itself recorded, by its address. */
  readonly own: (url: string) => Recording | null;
  readonly fetch: typeof fetch;
  /** A file could not be had. */
  readonly onMissing: (url: string) => void;
}

export function createRecordingLibrary({ own, fetch, onMissing }: RecordingLibraryOptions): RecordingLibrary {
  const known = new Map<string, Recording>();

  async function find(url: string): Promise<Recording | null> {
    const before = own(url) ?? known.get(url);
    if (before !== undefined) return before;
    const durationMs = await measure(url, fetch);
    if (durationMs === null) {
      onMissing(url);
      return null;
    }
    const recording = { source: url, durationMs };
    known.set(url, recording);
    return recording;
  }

  return { find };
}

async function measure(url: string, fetch: typeof globalThis.fetch): Promise<number | null> {
  if (!z.url({ protocol: /^https?$/ }).safeParse(url).success) return null;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) return null;
    const file = await response.arrayBuffer();
    return wavDurationMs(new DataView(file)) ?? mp3DurationMs(new Uint8Array(file)) ?? ASSUMED_DURATION_MS;
  } catch {
    return null;
  }
}

const RIFF = 0x52494646;
const DATA = 0x64617461;
const BYTE_RATE_AT = 28;
const FIRST_CHUNK_AT = 12;

function wavDurationMs(file: DataView): number | null {
  if (file.byteLength < BYTE_RATE_AT + 4 || file.getUint32(0) !== RIFF) return null;
  const byteRate = file.getUint32(BYTE_RATE_AT, true);
  for (let at = FIRST_CHUNK_AT; at + 8 <= file.byteLength; ) {
    const size = file.getUint32(at + 4, true);
    if (file.getUint32(at) === DATA) return byteRate === 0 ? null : (size * 1_000) / byteRate;
    at += 8 + size + (size % 2);
  }
  return null;
}

function mp3DurationMs(file: Uint8Array): number | null {
  const milliseconds = mp3Milliseconds(file);
  return typeof milliseconds === 'number' ? milliseconds : null;
}
