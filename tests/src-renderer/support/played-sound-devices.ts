import type { SoundDevices } from '../../../src-renderer/platform/voice-device-sound.ts';

/** Headsets and loudspeakers that the test plugs in and out. `default` is the system's own choice, and always there. */
export interface PlayedSoundDevices extends SoundDevices {
  readonly microphone: () => string | null;
  readonly speaker: () => string | null;
  plug(deviceId: string): void;
  unplug(deviceId: string): void;
  /** The device is there, and another program does not let go of it. */
  block(deviceId: string): void;
  /** As a microphone it comes only once the returned function is called. */
  delay(deviceId: string): () => void;
  /** The same of letting go of the microphone. */
  delayLettingGo(): () => void;
}

export function playSoundDevices(...plugged: readonly string[]): PlayedSoundDevices {
  const there = new Set([...plugged, 'default']);
  const blocked = new Set<string>();
  const delayed = new Map<string, Promise<void>>();
  let lettingGo = Promise.resolve();
  const listeners: (() => void)[] = [];
  let microphone: string | null = null;
  let speaker: string | null = null;
  const needThere = (deviceId: string): void => {
    if (!there.has(deviceId) || blocked.has(deviceId)) throw new Error(`no ${deviceId}`);
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  return {
    microphone: () => microphone,
    speaker: () => speaker,
    plug: (deviceId) => {
      there.add(deviceId);
      tell();
    },
    unplug: (deviceId) => {
      there.delete(deviceId);
      tell();
    },
    block: (deviceId) => blocked.add(deviceId),
    delay: (deviceId) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      delayed.set(deviceId, promise);
      return resolve;
    },
    delayLettingGo: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      lettingGo = promise;
      return resolve;
    },
    speakerDevices: {
      set: async (deviceId) => {
        needThere(deviceId);
        speaker = deviceId;
      },
    },
    setInputDevice: async (deviceId) => {
      needThere(deviceId);
      await delayed.get(deviceId);
      microphone = deviceId;
    },
    unsetInputDevice: async () => {
      await lettingGo;
      microphone = null;
    },
    on: (_event, listener) => listeners.push(listener),
  };
}
