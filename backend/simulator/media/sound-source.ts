import type { Frame } from '../endpoint.ts';
import { FRAME_MS, FRAME_SAMPLES, SAMPLE_RATE_HZ, SILENCE } from './frame.ts';

/** Gives the next 20 ms each time it is asked. */
export type SoundSource = () => Frame;

const VOICE_AMPLITUDE = 6_000;
const SYLLABLES_PER_SECOND = 4;
const HOLD_AMPLITUDE = 2_500;
const HOLD_NOTES_HZ = [523.25, 659.25, 783.99, 659.25];
const HOLD_NOTE_SECONDS = 0.5;

/** A steady sine; `amplitude` of 32,767 is full scale. Of a whole number of Hz, so that it repeats after a second. */
export function createTone(frequencyHz: number, amplitude: number): SoundSource {
  return createLoop(1, (seconds) => amplitude * Math.sin(2 * Math.PI * frequencyHz * seconds));
}

/** Soft, slow, recognisable: four notes going round. */
export function createHoldAudio(): SoundSource {
  return createLoop(HOLD_NOTES_HZ.length * HOLD_NOTE_SECONDS, (seconds) => {
    const note = Math.floor(seconds / HOLD_NOTE_SECONDS);
    const intoNote = seconds - note * HOLD_NOTE_SECONDS;
    const swing = Math.sin(2 * Math.PI * (HOLD_NOTES_HZ[note] ?? 0) * intoNote);
    return HOLD_AMPLITUDE * Math.exp(-3 * intoNote) * swing;
  });
}

/** Stands in for a spoken voice, since the simulator has none: a hum of one pitch, in syllables, for as long as the words last. */
export interface Voice {
  say(durationMs: number): void;
  /** Cut short, as by somebody who speaks over it. */
  stop(): void;
  /** Null while nothing is being said. */
  read(): Frame | null;
}

/** `pitchHz` is a whole number. */
export function createVoice(pitchHz: number): Voice {
  const hum = createLoop(1, (seconds) => {
    const syllable = 0.6 - 0.4 * Math.cos(2 * Math.PI * SYLLABLES_PER_SECOND * seconds);
    return VOICE_AMPLITUDE * syllable * Math.sin(2 * Math.PI * pitchHz * seconds);
  });
  let framesLeft = 0;
  return {
    say: (durationMs) => {
      framesLeft = Math.ceil(durationMs / FRAME_MS);
    },
    stop: () => {
      framesLeft = 0;
    },
    read: () => {
      if (framesLeft === 0) return null;
      framesLeft -= 1;
      return hum();
    },
  };
}

/** Each frame is computed when it is first played, and then played again and again: hundreds of voices speak at once. */
function createLoop(seconds: number, sampleAt: (seconds: number) => number): SoundSource {
  const length = (seconds * 1_000) / FRAME_MS;
  const frames: Frame[] = [];
  let next = 0;
  return () => {
    const start = (next * FRAME_MS) / 1_000;
    frames[next] ??= Int16Array.from({ length: FRAME_SAMPLES }, (_, i) =>
      sampleAt(start + i / SAMPLE_RATE_HZ),
    );
    const frame = frames[next] ?? SILENCE;
    next = (next + 1) % length;
    return frame;
  };
}
