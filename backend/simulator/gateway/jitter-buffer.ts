import type { Frame } from '../endpoint.ts';
import { FRAME_SAMPLES } from '../media/frame.ts';

/** Evens out packets that arrive in bursts into one frame whenever the mixer asks. */
export interface JitterBuffer {
  write(samples: Int16Array): void;
  /** Null while there is nothing, or not yet enough to play without stuttering. */
  read(): Frame | null;
}

const STARTS_AT = 2 * FRAME_SAMPLES;
/** Beyond this the sender's clock runs ahead of ours, or we stalled: old sound is dropped rather than let the delay grow. */
const MOST = 10 * FRAME_SAMPLES;

export function createJitterBuffer(): JitterBuffer {
  let waiting: number[] = [];
  let playing = false;
  return {
    write: (samples) => {
      waiting.push(...samples);
      if (waiting.length > MOST) waiting = waiting.slice(-STARTS_AT);
    },
    read: () => {
      playing = waiting.length >= (playing ? FRAME_SAMPLES : STARTS_AT);
      return playing ? Int16Array.from(waiting.splice(0, FRAME_SAMPLES)) : null;
    },
  };
}
