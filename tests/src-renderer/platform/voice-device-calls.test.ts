import { beforeEach, describe, expect, it } from 'vitest';
import { createCalls } from '../../../src-renderer/platform/voice-device-calls.ts';
import type { TestLeg, VoiceEvent, VoiceLeg } from '../../../src-renderer/platform/voice-device-port.ts';
import { createCallSound } from '../../../src-renderer/platform/voice-device-sound.ts';
import { type PlayedCall, playCall } from '../support/played-call.ts';
import { type PlayedSoundDevices, playSoundDevices } from '../support/played-sound-devices.ts';

describe('createCalls', () => {
  let devices: PlayedSoundDevices;
  let events: VoiceEvent[];
  let audio: string[];
  let ring: (call: PlayedCall) => void;

  beforeEach(() => {
    devices = playSoundDevices('headset');
    events = [];
    audio = [];
    const sound = createCallSound({
      devices,
      speaker: { current: () => null, onChange: () => () => undefined },
      closed: new AbortController().signal,
      onCaught: () => undefined,
    });
    sound.setMicrophone('headset');
    ring = createCalls({
      options: {
        fetchToken: async () => 'token',
        isOurs: ({ to }) => to === 'us',
        isTest: ({ to }) => to === 'test',
        onEvent: (event) => events.push(event),
        onLevels: () => undefined,
        onCaught: () => undefined,
      },
      sound,
      isRegistered: () => true,
      setAudio: (state) => audio.push(state),
    });
  });

  const rungLeg = (): VoiceLeg => {
    const rung = events.findLast((event) => event.type === 'rung');
    if (rung === undefined) throw new Error('nothing rang');
    return rung.leg;
  };
  const rungTest = (): TestLeg => {
    const rung = events.findLast((event) => event.type === 'test-rung');
    if (rung === undefined) throw new Error('no test rang');
    return rung.leg;
  };
  const told = (): string[] => events.map(({ type }) => type);

  it('answers with the chosen microphone, and lets go of it at the end', async () => {
    const call = playCall({ to: 'us' });
    ring(call);

    rungLeg().answer();
    await expect.poll(() => call.done).toEqual(['accepted']);
    const during = devices.microphone();
    call.happen('accept', 'open');
    call.happen('disconnect', 'closed');

    expect(during).toBe('headset');
    await expect.poll(devices.microphone).toBeNull();
    expect(audio).toEqual(['running', 'resting']);
    expect(told()).toEqual(['rung', 'answered', 'ended']);
  });

  it('does not accept a call that was cancelled while the microphone was fetched', async () => {
    const call = playCall({ to: 'us' });
    ring(call);

    rungLeg().answer();
    call.happen('cancel', 'closed');
    await expect.poll(() => devices.microphone()).toBeNull();

    expect(call.done).toEqual([]);
    expect(told()).toEqual(['rung', 'ended']);
  });

  it('answers without the chosen microphone when that takes too long', async () => {
    devices.delay('headset');
    const call = playCall({ to: 'us' });
    ring(call);

    rungLeg().answer();

    await expect.poll(() => call.done, { timeout: 5_000 }).toEqual(['accepted']);
  });

  it('rejects what is not answered yet, and disconnects what is', () => {
    const waiting = playCall({ to: 'us' });
    ring(waiting);
    rungLeg().hangUp();
    const talking = playCall({ to: 'us' });
    talking.happen('accept', 'open');
    ring(talking);
    rungLeg().hangUp();

    expect(waiting.done).toEqual(['rejected']);
    expect(talking.done).toEqual(['disconnected']);
  });

  it('gives up a call that cannot be accepted, and says why', async () => {
    const call = playCall({ to: 'us' });
    ring({
      ...call,
      accept: () => {
        throw new Error('no peer connection');
      },
    });

    rungLeg().answer();

    await expect.poll(told).toContain('failed');
    expect(call.done).toEqual(['rejected']);
  });

  it('tells why a call failed only after its end, and nothing while it goes on', () => {
    const call = playCall({ to: 'us' });
    ring(call);
    call.fail(53405, 'open');
    const meanwhile = told();

    call.happen('disconnect', 'closed');

    expect(meanwhile).toEqual(['rung']);
    expect(events.slice(1)).toEqual([
      { type: 'ended', registered: true },
      { type: 'failed', reason: 'sound-failed' },
    ]);
  });

  it('tells what the carrier warns of together with a headset that is gone', async () => {
    const call = playCall({ to: 'us' });
    ring(call);
    rungLeg().answer();
    await expect.poll(() => call.done).toEqual(['accepted']);
    call.happen('accept', 'open');

    call.warn('high-jitter');
    devices.unplug('headset');

    await expect
      .poll(() => events.at(-1))
      .toEqual({ type: 'quality-changed', troubles: ['poor-network', 'microphone-lost'] });
  });

  it('lets a call end a test, and no second call into the first', async () => {
    const test = playCall({ to: 'test' });
    ring(test);
    rungTest().answer();
    await expect.poll(() => test.done).toEqual(['accepted']);
    const call = playCall({ to: 'us' });
    ring(call);
    rungLeg().answer();
    await expect.poll(() => call.done).toEqual(['accepted']);

    test.happen('disconnect', 'closed');
    const second = playCall({ to: 'us' });
    ring(second);

    expect(devices.microphone()).toBe('headset');
    expect(second.done).toEqual(['ignored']);
    expect(told()).toEqual(['test-rung', 'rung', 'test-ended']);
  });
});
