import type { DesktopSettings, DesktopSettingsChange } from '../ipc/contract/settings.ts';
import type { LoginItem } from './login-item.ts';
import type { SettingsFile } from './settings.ts';

/** What the agent can choose for the app on this computer, as the settings screen shows it. */
export interface DesktopSettingsKeeper {
  current(): DesktopSettings;
  /** Returns what holds now. */
  change(change: DesktopSettingsChange): DesktopSettings;
}

/** Launching at login is the system's to know: it can be switched off there as well. */
export function keepDesktopSettings(file: SettingsFile, loginItem: LoginItem): DesktopSettingsKeeper {
  const current = (): DesktopSettings => {
    const { startHidden, alertWindow, systemNotifications, flash, awayWhenLocked } = file.read();
    return {
      launchAtLogin: loginItem.isSet(),
      startHidden,
      alertWindow,
      systemNotifications,
      flash,
      awayWhenLocked,
    };
  };

  return {
    current,
    change: ({ launchAtLogin, ...others }) => {
      file.change(others);
      if (launchAtLogin !== undefined && launchAtLogin !== loginItem.isSet()) loginItem.set(launchAtLogin);
      return current();
    },
  };
}
