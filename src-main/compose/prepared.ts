import { join } from 'node:path';
import type { App } from 'electron';
import type { DesktopLog } from '../log/desktop-log.ts';
import type { LaunchArguments } from '../settings/launch-arguments.ts';
import type { ServerSetting } from '../settings/server-setting.ts';
import type { SettingsFile } from '../settings/settings.ts';

/** What is settled before the app is ready. */
export interface Prepared {
  readonly app: App;
  readonly platform: NodeJS.Platform;
  /** Path of the program, as the system would start it again. */
  readonly program: string;
  readonly log: DesktopLog;
  readonly settings: SettingsFile;
  readonly launch: LaunchArguments;
  readonly server: ServerSetting;
}

/** Whether the console's window is not shown at the start. */
export function startsHidden({ app, settings, launch }: Prepared): boolean {
  // macOS does not start a program with arguments, but says whether it was started at login.
  const atLogin = launch.atLogin || app.getLoginItemSettings().wasOpenedAtLogin;
  return launch.hidden || (atLogin && settings.read().startHidden);
}

/** The built bundles and pages. */
export function builtFolder(app: App): string {
  return join(app.getAppPath(), 'out');
}

/** The pictures. */
export function resourcesFolder(app: App): string {
  return join(app.getAppPath(), 'resources');
}
