import type { AppUpdater } from 'electron-updater';
import type { UpdateEvent } from './update-status.ts';
import type { UpdateSource } from './updates.ts';

/**
 * Updates as electron-builder publishes them. `feed` is the address of the folder with `latest.yml`; null is the one that was packed with
 * the app. What is fetched is checked against the feed's hash, on Windows and macOS against the publisher's signature too.
 */
export function electronUpdates(feed: string | null, onEvent: (event: UpdateEvent) => void): UpdateSource {
  let loading: Promise<AppUpdater> | null = null;
  const updater = (): Promise<AppUpdater> => {
    loading ??= loadUpdater(feed, onEvent);
    return loading;
  };

  return {
    look: async () => {
      const found = await (await updater()).checkForUpdates();
      // It goes on after the check, and its failure may come by an event, too: told twice, it is one.
      found?.downloadPromise?.catch((error: unknown) => onEvent({ type: 'failed', error }));
      return found !== null;
    },
    install: async () => (await updater()).quitAndInstall(),
  };
}

/** Not at the start of the app, which it would delay. */
async function loadUpdater(feed: string | null, onEvent: (event: UpdateEvent) => void): Promise<AppUpdater> {
  const { default: electronUpdater } = await import('electron-updater');
  const { autoUpdater } = electronUpdater;
  autoUpdater.logger = null;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.allowDowngrade = false;
  autoUpdater.disableWebInstaller = true;
  if (feed !== null) autoUpdater.setFeedURL({ provider: 'generic', url: feed });

  autoUpdater.on('update-not-available', () => onEvent({ type: 'none-found' }));
  autoUpdater.on('update-available', ({ version }) => onEvent({ type: 'found', version }));
  autoUpdater.on('download-progress', ({ percent }) => onEvent({ type: 'downloaded-so-far', percent }));
  autoUpdater.on('update-downloaded', ({ version }) => onEvent({ type: 'downloaded', version }));
  autoUpdater.on('error', (error) => onEvent({ type: 'failed', error }));
  return autoUpdater;
}
