import Store from 'electron-store';
import { type SettingsFile, settingsSchema } from './settings.ts';

/** Settings as `settings.json` in the user's folder for this app, written atomically; read once, for no other program writes it. */
export function openSettingsFile(): SettingsFile {
  const store = new Store({ name: 'settings', clearInvalidConfig: true });
  let settings = settingsSchema.parse(store.store);
  return {
    read: () => settings,
    change: (changed) => {
      settings = { ...settings, ...changed };
      store.set(changed);
    },
  };
}
