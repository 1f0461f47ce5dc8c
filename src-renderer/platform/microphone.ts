export type MicrophoneAccess = 'granted' | 'denied' | 'missing';

export interface Microphone {
  readonly deviceId: string;
  readonly label: string;
}

/** Asks the person, where the browser has not asked before. */
export async function requestMicrophone(): Promise<MicrophoneAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';
  }
}

/** Reports the microphones now, whenever one comes or goes, and when the person allows their use. Returns the undo. */
export function watchMicrophones(onChange: (microphones: readonly Microphone[]) => void): () => void {
  const watching = new AbortController();
  const report = async (): Promise<void> => {
    const microphones = await listMicrophones();
    if (!watching.signal.aborted) onChange(microphones);
  };
  const reportSoon = (): void => {
    report().catch(() => onChange([]));
  };
  const watchPermission = async (): Promise<void> => {
    const permission = await navigator.permissions.query({ name: 'microphone' });
    permission.addEventListener('change', reportSoon, { signal: watching.signal });
  };
  navigator.mediaDevices.addEventListener('devicechange', reportSoon, { signal: watching.signal });
  // Browsers that do not know this permission name the devices all the same.
  watchPermission().catch(() => undefined);
  reportSoon();
  return () => watching.abort();
}

/** Empty before the person has allowed their use: the browser then hides which they are. */
async function listMicrophones(): Promise<readonly Microphone[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'audioinput' && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
