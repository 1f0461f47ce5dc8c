import type { Frame } from '../endpoint.ts';
import { FRAME_SAMPLES, SAMPLE_RATE_HZ } from '../media/frame.ts';
import { silentWav } from './silent-wav.ts';

const HEADER_BYTES = 44;

/** A WAV file of the frames, 8 bits a sample, filled up with silence to whole seconds. */
export function wavOf(frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  const file = silentWav(Math.ceil((frames.length * FRAME_SAMPLES) / SAMPLE_RATE_HZ));
  for (const [index, frame] of frames.entries()) {
    file.set(
      Array.from(frame, (sample) => (sample >> 8) + 0x80),
      HEADER_BYTES + index * FRAME_SAMPLES,
    );
  }
  return file;
}
