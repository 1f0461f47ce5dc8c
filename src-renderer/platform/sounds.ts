import connected from '../../resources/sounds/connected.wav?no-inline';
import ended from '../../resources/sounds/ended.wav?no-inline';
import error from '../../resources/sounds/error.wav?no-inline';
import ring from '../../resources/sounds/ring.wav?no-inline';
import type { Preferences, PreferencesStore } from './preferences.ts';

export type SoundName = 'connected' | 'ended' | 'error' | 'ring';

/** What the console tells without words, as loud as the preferences say, and where they say. */
export interface Sounds {
  /** Once. */
  play(name: SoundName): void;
  /** Rings again and again, until the returned function is called. */
  startRinging(): () => void;
}

/** The part of an audio element that is needed. */
export type Player = Pick<
  HTMLAudioElement,
  'currentTime' | 'loop' | 'pause' | 'play' | 'setSinkId' | 'volume'
>;

const files: Record<SoundName, string> = { connected, ended, error, ring };
const volumes: Record<Preferences['soundVolume'], number> = { off: 0, soft: 0.3, normal: 0.8 };

/** A sound is loaded when it is first needed, unless sound is switched off. */
export function createSounds(preferences: PreferencesStore, open: (file: string) => Player): Sounds {
  const players = new Map<string, Player>();

  function start(name: SoundName, loop: boolean): Player | null {
    const { soundVolume, ringDevice, speaker } = preferences.getState();
    const volume = volumes[soundVolume];
    if (volume === 0) return null;
    const known = `${name}-${loop}`;
    const player = players.get(known) ?? open(files[name]);
    players.set(known, player);
    Object.assign(player, { volume, loop, currentTime: 0 });
    sendTo(player, name === 'ring' ? ringDevice : speaker);
    // A browser refuses a page that was not touched since it was loaded; stopping at once refuses it too.
    player.play().catch(() => undefined);
    return player;
  }

  return {
    play: (name) => {
      start(name, false);
    },
    startRinging: () => {
      let ringing = start('ring', true);
      const unsubscribe = preferences.subscribe((chosen, before) => {
        if (chosen.soundVolume === before.soundVolume && chosen.ringDevice === before.ringDevice) return;
        ringing?.pause();
        ringing = start('ring', true);
      });
      return () => {
        unsubscribe();
        ringing?.pause();
      };
    },
  };
}

/** To the system's own choice where the chosen device is gone: an agent who does not hear it ring misses the call. */
function sendTo(player: Player, deviceId: string | null): void {
  player
    .setSinkId(deviceId ?? '')
    .catch(() => player.setSinkId(''))
    .catch(() => undefined);
}
