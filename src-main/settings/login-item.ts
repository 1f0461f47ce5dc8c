import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { autostartEntry, isSwitchedOn } from './autostart-entry.ts';
import { atLoginArgument } from './launch-arguments.ts';

/** Whether the system starts the app when the agent signs in to the computer. */
export interface LoginItem {
  isSet(): boolean;
  set(on: boolean): void;
}

export interface LoginItemDeps {
  readonly app: App;
  readonly platform: NodeJS.Platform;
  /** The program to be started. */
  readonly program: string;
}

/** Out of a package there is none: the system would start the bare Electron program. */
export function createLoginItem({ app, platform, program }: LoginItemDeps): LoginItem {
  if (!app.isPackaged) return { isSet: () => false, set: () => undefined };
  // Electron knows login items of Windows and macOS only.
  return platform === 'linux'
    ? autostartFile(join(app.getPath('appData'), 'autostart', 'toritsugi.desktop'), program)
    : systemLoginItem(app, program);
}

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
function autostartFile(path: string, program: string): LoginItem {
  return {
    isSet: () => existsSync(path) && isSwitchedOn(readFileSync(path, 'utf8')),
    set: (on) => {
      if (!on) return rmSync(path, { force: true });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, autostartEntry(program));
    },
  };
}

function systemLoginItem(app: App, program: string): LoginItem {
  const item = { path: program, args: [atLoginArgument] };
  return {
    isSet: () => app.getLoginItemSettings(item).openAtLogin,
    set: (on) => app.setLoginItemSettings({ ...item, openAtLogin: on }),
  };
}
