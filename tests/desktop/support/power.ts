import type { ElectronApplication } from '@playwright/test';

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen';

/** As the operating system would tell. */
export async function happens(app: ElectronApplication, event: PowerEvent): Promise<void> {
  await app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name);
  }, event);
}
