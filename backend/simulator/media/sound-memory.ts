import type { Frame } from '../endpoint.ts';
import { FRAME_MS } from './frame.ts';

/** The last second of sound. */
export interface SoundMemory {
  add(frame: Frame): void;
  /** Oldest first. */
  frames(): readonly Frame[];
}

const CAPACITY = 1_000 / FRAME_MS;

export function createSoundMemory(): SoundMemory {
  const ring: Frame[] = [];
  let next = 0;
  return {
    add: (frame) => {
      ring[next] = frame;
      next = (next + 1) % CAPACITY;
    },
    frames: () => [...ring.slice(next), ...ring.slice(0, next)],
  };
}
