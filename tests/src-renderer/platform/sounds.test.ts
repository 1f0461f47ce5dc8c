import { describe, expect, it } from 'vitest';
import { createPreferencesStore, type PreferencesStore } from '../../../src-renderer/platform/preferences.ts';
import { createSounds, type Player, type Sounds } from '../../../src-renderer/platform/sounds.ts';

describe('createSounds', () => {
  it('rings again and again until it is stopped', () => {
    const { sounds, players } = heardSounds();

    const stop = sounds.startRinging();
    const [ring] = players;
    const whileRinging = { playing: ring?.playing, loop: ring?.loop };
    stop();

    expect(whileRinging).toEqual({ playing: true, loop: true });
    expect(ring?.playing).toBe(false);
  });

  it('plays softly or at normal loudness, as chosen', () => {
    const { sounds, players, preferences } = heardSounds();

    sounds.play('connected');
    const soft = players[0]?.volume ?? 0;
    preferences.setState({ soundVolume: 'normal' });
    sounds.play('connected');

    expect(players).toHaveLength(1);
    expect(players[0]?.volume).toBeGreaterThan(soft);
  });

  it('is silent when sound is off, and falls silent when it is switched off while ringing', () => {
    const { sounds, players, preferences } = heardSounds();

    const stop = sounds.startRinging();
    preferences.setState({ soundVolume: 'off' });
    sounds.play('error');
    stop();

    expect(players.map(({ playing }) => playing)).toEqual([false]);
  });

  it('goes on where the browser does not let the page make a sound', async () => {
    const { sounds } = heardSounds(() => Promise.reject(new DOMException('', 'NotAllowedError')));

    sounds.play('ended');
    const stop = sounds.startRinging();

    expect(stop).not.toThrow();
  });

  it('has files that the browser can play', async () => {
    const opened: HTMLAudioElement[] = [];
    const sounds = createSounds(emptyPreferences(), (file) => {
      const audio = new Audio(file);
      opened.push(audio);
      return audio;
    });

    for (const name of ['connected', 'ended', 'error'] as const) sounds.play(name);
    sounds.startRinging()();

    await expect.poll(() => opened.map(({ duration }) => duration > 0.5)).toEqual([true, true, true, true]);
  });
});

interface PlayedPlayer extends Player {
  playing: boolean;
}

interface HeardSounds {
  readonly sounds: Sounds;
  readonly preferences: PreferencesStore;
  readonly players: readonly PlayedPlayer[];
}

function heardSounds(onPlay: () => Promise<void> = async () => undefined): HeardSounds {
  const preferences = emptyPreferences();
  const players: PlayedPlayer[] = [];
  const sounds = createSounds(preferences, () => {
    const player: PlayedPlayer = {
      currentTime: 0,
      loop: false,
      volume: 1,
      playing: false,
      pause: () => {
        player.playing = false;
      },
      play: () => {
        player.playing = true;
        return onPlay();
      },
    };
    players.push(player);
    return player;
  });
  return { sounds, preferences, players };
}

function emptyPreferences(): PreferencesStore {
  localStorage.clear();
  return createPreferencesStore(localStorage, 'ja-JP');
}
