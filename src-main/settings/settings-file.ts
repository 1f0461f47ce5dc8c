import Store from 'electron-store';
import { type SettingsFile, settingsSchema } from './settings.ts';

/** Settings as `settings.json` in the user's folder for this app, written atomically. */
export function openSettingsFile(): SettingsFile {
  const store = new Store({ name: 'settings', clearInvalidConfig: true });
  return {
    read: () => settingsSchema.parse(store.store),
    change: (changed) => store.set(changed),
  };
}
