import { type AudioDevice, watchAudioDevices } from './audio-devices.ts';

export type MicrophoneAccess = 'granted' | 'denied' | 'missing' | 'in-use';

export type Microphone = AudioDevice;

/** Asks the person, where the browser has not asked before. */
export async function requestMicrophone(): Promise<MicrophoneAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    return accessAfter(error);
  }
}

/** Names of errors: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
export function accessAfter(error: unknown): Exclude<MicrophoneAccess, 'granted'> {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'in-use' : 'missing';
}

/** Reports the microphones now and whenever they change. Returns the undo. */
export function watchMicrophones(onChange: (microphones: readonly Microphone[]) => void): () => void {
  return watchAudioDevices('audioinput', onChange);
}
