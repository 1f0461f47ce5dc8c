import type { Frame } from '../endpoint.ts';
import { FRAME_SAMPLES, SAMPLE_RATE_HZ } from './frame.ts';

/** A stretch of sound in two numbers. */
export interface MeasuredSound {
  /** Root mean square in dB below full scale: 0 is the loudest, -Infinity is silence. */
  readonly levelDb: number;
  /** The strongest frequency to within about 10 Hz; null when there is too little sound to tell. */
  readonly frequencyHz: number | null;
}

const AUDIBLE_DB = -60;
const LOWEST_HZ = 100;
const HIGHEST_HZ = 3_400;
const STEP_HZ = 10;

export function measureSound(frames: readonly Frame[]): MeasuredSound {
  const samples = join(frames);
  const levelDb = level(samples);
  return { levelDb, frequencyHz: levelDb < AUDIBLE_DB ? null : strongestFrequency(samples) };
}

function join(frames: readonly Frame[]): Int16Array {
  const samples = new Int16Array(frames.length * FRAME_SAMPLES);
  for (const [index, frame] of frames.entries()) samples.set(frame, index * FRAME_SAMPLES);
  return samples;
}

function level(samples: Int16Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return 20 * Math.log10(Math.sqrt(energy) / 32_768);
}

function strongestFrequency(samples: Int16Array): number {
  let strongest = { frequency: LOWEST_HZ, power: 0 };
  for (let frequency = LOWEST_HZ; frequency <= HIGHEST_HZ; frequency += STEP_HZ) {
    const power = powerAt(samples, frequency);
    if (power > strongest.power) strongest = { frequency, power };
  }
  return strongest.frequency;
}

/** Goertzel's algorithm: one bin of a Fourier transform. */
function powerAt(samples: Int16Array, frequency: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE_HZ);
  let previous = 0;
  let beforeThat = 0;
  for (const sample of samples) {
    const next = sample + coefficient * previous - beforeThat;
    beforeThat = previous;
    previous = next;
  }
  return previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
}
