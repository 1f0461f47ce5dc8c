import type { SoundName, Sounds } from '../../../src-renderer/platform/sounds.ts';

/** Sounds that are written down instead of heard. */
export interface RecordedSounds extends Sounds {
  readonly played: readonly SoundName[];
  isRinging(): boolean;
}

export function recordSounds(): RecordedSounds {
  const played: SoundName[] = [];
  const ringing = new Set<object>();
  return {
    played,
    isRinging: () => ringing.size > 0,
    play: (name) => {
      played.push(name);
    },
    startRinging: () => {
      const ring = {};
      ringing.add(ring);
      return () => ringing.delete(ring);
    },
  };
}
