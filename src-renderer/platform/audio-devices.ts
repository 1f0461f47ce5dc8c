export interface AudioDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** Reports the devices of a kind now, whenever one comes or goes, and when the person allows the microphone, which names them all. Returns the undo. */
export function watchAudioDevices(
  kind: 'audioinput' | 'audiooutput',
  onChange: (devices: readonly AudioDevice[]) => void,
): () => void {
  const watching = new AbortController();
  const report = async (): Promise<void> => {
    const devices = await listDevices(kind);
    if (!watching.signal.aborted) onChange(devices);
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

/** Empty before the person has allowed the microphone: the browser then hides which there are. */
async function listDevices(kind: MediaDeviceKind): Promise<readonly AudioDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}
