import { join } from 'node:path';
import { type App, crashReporter, dialog } from 'electron';
import { openDesktop } from './compose/open-desktop.ts';
import { followLinks } from './deep-links/follow-links.ts';
import type { RunCommand } from './desktop-command.ts';
import { createDesktopLog, type DesktopLog } from './log/desktop-log.ts';
import { declarePageScheme } from './security/page-protocol.ts';
import { parseLaunchArguments } from './settings/launch-arguments.ts';
import { isThisComputer } from './settings/server-address.ts';
import { createServerSetting } from './settings/server-setting.ts';
import { openSettingsFile } from './settings/settings-file.ts';

export interface DesktopDeps {
  readonly app: App;
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  /** Path of the program, as the system would start it again. */
  readonly program: string;
}

/** Settles what must be settled before the app is ready, and opens the console when it is. */
export function composeDesktop({ app, argv, platform, program }: DesktopDeps): void {
  crashReporter.start({ uploadToServer: false });
  const log = createDesktopLog();
  const settings = openSettingsFile(join(app.getPath('userData'), 'settings.json'), {
    onUnreadable: log.settingsUnreadable,
    onUnwritten: log.settingsUnwritten,
  });
  const launch = parseLaunchArguments(argv);
  for (const refused of launch.refused) log.argumentRefused(refused);
  const server = createServerSetting(settings, launch.server);

  prepareChromium(app, server.current());
  const opened = app
    .whenReady()
    .then(() => openDesktop({ app, platform, program, log, settings, launch, server }));
  opened.catch((error: unknown) => giveUp(app, log, error));

  // An order that comes before the app is up is carried out when it is.
  const run: RunCommand = (command) => {
    opened.then((act) => act(command)).catch(log.orderFailed);
  };
  app.on('second-instance', () => run({ kind: 'show-console' }));
  app.on('activate', () => run({ kind: 'show-console' }));
  followLinks({
    app,
    argv,
    open: (callId) => run({ kind: 'open-call', callId }),
    onUnusable: () => {
      log.linkUnusable();
      run({ kind: 'show-console' });
    },
  });
}

function prepareChromium(app: App, server: string): void {
  declarePageScheme();
  // Windows shows notifications only of a program that it knows by the name in its start menu: the package's `appId`.
  app.setAppUserModelId('jp.toritsugi.desktop');
  // What the server answers is about customers, and belongs to who is signed in: nothing of it is left on the disk for the next.
  app.commandLine.appendSwitch('disable-http-cache');
  if (isThisComputer(server)) {
    // The stand-in for Twilio sends its audio from this computer, also where that has no other network interface.
    app.commandLine.appendSwitch('allow-loopback-in-peer-connection');
  }
}

/** Without this the program would go on unseen, with neither window nor tray. */
function giveUp(app: App, log: DesktopLog, error: unknown): void {
  log.notStarted(error);
  dialog.showErrorBox(app.getName(), String(error));
  app.exit(1);
}
