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

  it('rings on the device for ringing, and sounds everything else where voices are heard', async () => {
    const { sounds, players, preferences } = heardSounds();
    preferences.setState({ ringDevice: 'desk speaker', speaker: 'headset' });

    sounds.startRinging()();
    sounds.play('connected');

    await expect.poll(() => players.map(({ sink }) => sink)).toEqual(['desk speaker', 'headset']);
  });

  it('rings on the device of the system when the chosen one is unplugged', async () => {
    const { sounds, players, preferences } = heardSounds();
    preferences.setState({ ringDevice: 'desk speaker' });
    sounds.startRinging()();
    await expect.poll(() => players[0]?.sink).toBe('desk speaker');

    preferences.setState({ ringDevice: 'unplugged' });
    sounds.startRinging()();

    await expect.poll(() => players[0]?.sink).toBe('');
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

    for (const name of ['connected', 'ended', 'error', 'ring'] as const) sounds.play(name);
    sounds.startRinging()();

    await expect
      .poll(() => opened.map(({ duration }) => duration > 0.5))
      .toEqual([true, true, true, true, true]);
  });
});

interface PlayedPlayer extends Player {
  playing: boolean;
  /** The device that it was last sent to. */
  sink: string;
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
      sink: '',
      setSinkId: async (deviceId) => {
        if (deviceId === 'unplugged') throw new DOMException('', 'NotFoundError');
        player.sink = deviceId;
      },
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
