import { describe, expect, it } from 'vitest';
import type { ChosenSpeaker, OnCaught } from '../../../src-renderer/platform/voice-device-port.ts';
import { type CallSound, createCallSound } from '../../../src-renderer/platform/voice-device-sound.ts';
import { type PlayedSoundDevices, playSoundDevices } from '../support/played-sound-devices.ts';

const headset: ChosenSpeaker = { current: () => 'headset', onChange: () => () => undefined };
const system: ChosenSpeaker = { current: () => null, onChange: () => () => undefined };

function soundOf(
  devices: PlayedSoundDevices,
  speaker: ChosenSpeaker = headset,
  onCaught: OnCaught = () => undefined,
): CallSound {
  const sound = createCallSound({ devices, speaker, closed: new AbortController().signal, onCaught });
  sound.setMicrophone('headset');
  return sound;
}

describe('createCallSound', () => {
  it('tells the log of each device that could not be used', async () => {
    const caught: string[] = [];
    const sound = soundOf(playSoundDevices(), headset, (what, cause) => caught.push(`${what}: ${cause}`));

    await sound.begin();

    expect(caught.length).toBeGreaterThan(0);
    expect(new Set(caught.map((text) => text.split(':')[0]))).toEqual(new Set(['sound-device-not-used']));
  });

  it('holds the chosen microphone for the length of a call only', async () => {
    const devices = playSoundDevices('headset');
    const sound = soundOf(devices);
    const before = devices.microphone();

    await sound.begin();
    const during = devices.microphone();
    sound.end();
    await expect.poll(devices.microphone).toBeNull();

    expect([before, during]).toEqual([null, 'headset']);
    expect(devices.speaker()).toBe('headset');
    expect(sound.lost()).toEqual([]);
  });

  it('does without a headset that is unplugged during a call, says so, and takes it again', async () => {
    const devices = playSoundDevices('headset');
    const sound = soundOf(devices);
    const told: string[] = [];
    sound.onLostChange(() => told.push(sound.lost().toSorted().join()));
    await sound.begin();

    devices.unplug('headset');
    await expect.poll(sound.lost).toHaveLength(2);
    const without = [devices.microphone(), devices.speaker()];
    devices.plug('headset');
    await expect.poll(sound.lost).toEqual([]);

    expect(without).toEqual(['default', 'default']);
    expect([devices.microphone(), devices.speaker()]).toEqual(['headset', 'headset']);
    expect(told).toContain('microphone-lost,speaker-lost');
    expect(told.at(-1)).toBe('');
  });

  it('begins a call without a headset that is gone or taken, and says so', async () => {
    const devices = playSoundDevices('headset');
    devices.block('headset');
    const sound = soundOf(devices);

    await sound.begin();

    expect([devices.microphone(), devices.speaker()]).toEqual(['default', 'default']);
    expect(sound.lost().toSorted()).toEqual(['microphone-lost', 'speaker-lost']);
  });

  it('misses nothing where nothing is chosen, and leaves devices alone between calls', async () => {
    const devices = playSoundDevices('desk');
    const sound = soundOf(devices, system);
    sound.setMicrophone(null);
    devices.unplug('desk');
    const between = devices.speaker();

    await sound.begin();

    expect(between).toBeNull();
    expect(devices.microphone()).toBeNull();
    expect(sound.lost()).toEqual([]);
  });

  it('changes the microphone in the middle of a call, also back to the system’s own', async () => {
    const devices = playSoundDevices('headset', 'desk');
    const sound = soundOf(devices);
    await sound.begin();

    sound.setMicrophone('desk');
    await expect.poll(devices.microphone).toBe('desk');
    sound.setMicrophone(null);

    await expect.poll(devices.microphone).toBe('default');
    expect(sound.lost()).toEqual([]);
  });

  it('lets go of a microphone that comes only after the call has ended', async () => {
    const devices = playSoundDevices('headset');
    const sound = soundOf(devices);
    const giveHeadset = devices.delay('headset');

    const begun = sound.begin();
    sound.end();
    giveHeadset();
    await begun;

    await expect.poll(devices.microphone).toBeNull();
  });

  it('takes the microphone of the next call after it has let go of the last one', async () => {
    const devices = playSoundDevices('headset');
    const sound = soundOf(devices);
    await sound.begin();
    const giveUp = devices.delayLettingGo();

    sound.end();
    const begun = sound.begin();
    giveUp();
    await begun;

    expect(devices.microphone()).toBe('headset');
  });
});
