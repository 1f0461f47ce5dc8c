const storageKey = 'toritsugi.microphone';

/** The microphone chosen on this computer; null is the system's own choice. */
export interface MicrophoneMemory {
  recall(): string | null;
  remember(deviceId: string | null): void;
}

export function createMicrophoneMemory(storage: Storage): MicrophoneMemory {
  return {
    recall: () => storage.getItem(storageKey),
    remember: (deviceId) => {
      if (deviceId === null) storage.removeItem(storageKey);
      else storage.setItem(storageKey, deviceId);
    },
  };
}
