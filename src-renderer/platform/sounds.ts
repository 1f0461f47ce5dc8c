import connected from '../../resources/sounds/connected.wav?no-inline';
import ended from '../../resources/sounds/ended.wav?no-inline';
import error from '../../resources/sounds/error.wav?no-inline';
import ring from '../../resources/sounds/ring.wav?no-inline';
import type { Preferences, PreferencesStore } from './preferences.ts';

export type SoundName = 'connected' | 'ended' | 'error';

/** What the console tells without words, as loud as the preferences say. */
export interface Sounds {
  play(name: SoundName): void;
  /** Rings again and again, until the returned function is called. */
  startRinging(): () => void;
}

/** The part of an audio element that is needed. */
export type Player = Pick<HTMLAudioElement, 'currentTime' | 'loop' | 'pause' | 'play' | 'volume'>;

const files: Record<SoundName, string> = { connected, ended, error };
const volumes: Record<Preferences['soundVolume'], number> = { off: 0, soft: 0.3, normal: 0.8 };

/** A sound is loaded when it is first needed, unless sound is switched off. */
export function createSounds(preferences: PreferencesStore, open: (file: string) => Player): Sounds {
  const players = new Map<string, Player>();

  function start(file: string, loop: boolean): Player | null {
    const volume = volumes[preferences.getState().soundVolume];
    if (volume === 0) return null;
    const player = players.get(file) ?? open(file);
    players.set(file, player);
    Object.assign(player, { volume, loop, currentTime: 0 });
    // A browser refuses a page that was not touched since it was loaded; stopping at once refuses it too.
    player.play().catch(() => undefined);
    return player;
  }

  return {
    play: (name) => {
      start(files[name], false);
    },
    startRinging: () => {
      let ringing = start(ring, true);
      const unsubscribe = preferences.subscribe(({ soundVolume }, before) => {
        if (soundVolume === before.soundVolume) return;
        ringing?.pause();
        ringing = start(ring, true);
      });
      return () => {
        unsubscribe();
        ringing?.pause();
      };
    },
  };
}
