import type { Frame } from '../endpoint.ts';
import { FRAME_SAMPLES, SILENCE } from './frame.ts';

const LOUDEST = 32_767;
const QUIETEST = -32_768;

/**
 * What each leg of a conference hears in one frame: everybody but itself, clipped to 16 bits. `said` has one entry a leg, null for a leg
 * that says nothing; the answer has the same order. Legs that hear the same share one frame.
 */
export function mixMinus(said: readonly (Frame | null)[]): readonly Frame[] {
  const speaking = said.filter((frame) => frame !== null);
  const [first, second] = speaking;
  if (first === undefined) return said.map(() => SILENCE);
  if (second === undefined) return said.map((own) => (own === null ? first : SILENCE));
  const sum = add(speaking);
  const everybody = clip(sum, SILENCE);
  return said.map((own) => (own === null ? everybody : clip(sum, own)));
}

/**
 * The same where some are heard by one leg alone: `whisperedTo` has one entry a leg, null for a leg that everybody hears, else the place of
 * the one who does.
 */
export function mixWhispers(
  said: readonly (Frame | null)[],
  whisperedTo: readonly (number | null)[],
): readonly Frame[] {
  if (whisperedTo.every((listener) => listener === null)) return mixMinus(said);
  const aloud = said.map((frame, speaker) => (whisperedTo[speaker] == null ? frame : null));
  return mixMinus(aloud).map((heard, listener) => {
    const whispers = said.filter((_, speaker) => whisperedTo[speaker] === listener).filter(isSaid);
    return whispers.length === 0 ? heard : clip(add([heard, ...whispers]), SILENCE);
  });
}

function isSaid(frame: Frame | null): frame is Frame {
  return frame !== null;
}

function add(frames: readonly Frame[]): Int32Array {
  const sum = new Int32Array(FRAME_SAMPLES);
  for (const frame of frames) {
    for (let i = 0; i < FRAME_SAMPLES; i++) sum[i] = (sum[i] ?? 0) + (frame[i] ?? 0);
  }
  return sum;
}

function clip(sum: Int32Array, without: Frame): Frame {
  const mixed = new Int16Array(FRAME_SAMPLES);
  for (let i = 0; i < FRAME_SAMPLES; i++) {
    const value = (sum[i] ?? 0) - (without[i] ?? 0);
    mixed[i] = Math.max(QUIETEST, Math.min(LOUDEST, value));
  }
  return mixed;
}
