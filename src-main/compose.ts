import { join } from 'node:path';
import { type App, dialog, session } from 'electron';
import { followLinks } from './deep-links/follow-links.ts';
import { holdDesktopState, silentState } from './desktop-state.ts';
import { serveRequests } from './ipc/page-ipc.ts';
import { createRequestDesk } from './ipc/request-desk.ts';
import { createRequestHandlers } from './ipc/request-handlers.ts';
import { languageOf } from './language/texts.ts';
import { createDesktopLog, type DesktopLog } from './log/desktop-log.ts';
import { createAttention } from './notifications/attention.ts';
import { createOfferNotifier } from './notifications/offer-notifier.ts';
import { createCommandRunner } from './run-command.ts';
import { createKeyring } from './security/keyring.ts';
import { declarePageScheme, servePages } from './security/page-protocol.ts';
import { limitPermissions } from './security/permissions.ts';
import { createSessionVault } from './security/session-vault.ts';
import { confineWebContents } from './security/web-contents.ts';
import { type LaunchArguments, parseLaunchArguments } from './settings/launch-arguments.ts';
import { isThisComputer } from './settings/server-address.ts';
import { createServerSetting, type ServerSetting } from './settings/server-setting.ts';
import type { SettingsFile } from './settings/settings.ts';
import { openSettingsFile } from './settings/settings-file.ts';
import { createGlobalShortcuts } from './shortcuts/global-shortcuts.ts';
import { createTray } from './tray/tray.ts';
import { setApplicationMenu } from './windows/application-menu.ts';
import { createConsoleWindow } from './windows/console-window.ts';
import { createCrashRecovery } from './windows/crash-recovery.ts';

export interface DesktopDeps {
  readonly app: App;
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
}

/** Settles what must be settled before the app is ready, and opens the console when it is. */
export function composeDesktop({ app, argv, platform }: DesktopDeps): void {
  const log = createDesktopLog();
  const settings = openSettingsFile();
  const launch = parseLaunchArguments(argv);
  const server = createServerSetting(settings, launch.server);

  declarePageScheme();
  // Windows shows notifications only of a program that it knows by the name in its start menu: the package's `appId`.
  app.setAppUserModelId('jp.toritsugi.desktop');
  if (isThisComputer(server.current())) {
    // The stand-in for Twilio sends its audio from this computer, also where that has no other network interface.
    app.commandLine.appendSwitch('allow-loopback-in-peer-connection');
  }
  app
    .whenReady()
    .then(() => openDesktop({ app, argv, platform, log, settings, launch, server }))
    .catch((error: unknown) => giveUp(app, log, error));
}

interface PreparedDeps extends DesktopDeps {
  readonly log: DesktopLog;
  readonly settings: SettingsFile;
  readonly launch: LaunchArguments;
  readonly server: ServerSetting;
}

function openDesktop({ app, argv, platform, log, settings, launch, server }: PreparedDeps): void {
  const resources = join(app.getAppPath(), 'resources');
  const built = join(app.getAppPath(), 'out');

  confineWebContents(app);
  limitPermissions(session.defaultSession);
  servePages({ root: join(built, 'renderer'), server: server.current });
  setApplicationMenu(platform);

  const run = createCommandRunner({ consoleWindow: () => consoleWindow, quit: () => app.quit() });
  const shortcuts = createGlobalShortcuts(run);
  const state = holdDesktopState(silentState(settings.read().language ?? languageOf(app.getLocale())), [
    createTray({ resources, run }),
    createOfferNotifier({ isConsoleInFront: () => consoleWindow.isInFront(), run }),
    createAttention({ app, flashConsole: (on) => consoleWindow.flash(on) }),
    shortcuts.follow,
  ]);

  const handlers = createRequestHandlers({
    vault: createSessionVault({ keyring: createKeyring(platform), settings, server: server.current }),
    server,
    settings,
    state,
    shortcuts: shortcuts.list,
    info: { version: app.getVersion(), platform },
    showConsole: () => run({ kind: 'show-console' }),
    reloadSoon: () => setImmediate(() => consoleWindow.load()),
    quit: () => app.quit(),
  });
  serveRequests(createRequestDesk({ handlers, onRefused: log.ipcRefused, onFailed: log.requestFailed }));

  const consoleWindow = createConsoleWindow({
    preload: join(built, 'preload', 'index.cjs'),
    icon: join(resources, 'icon.png'),
    startHidden: launch.hidden,
    isQuitting: watchQuitting(app),
    onPageGone: () => state.change(silentState(state.current().language)),
    onPageDied: createCrashReport(log),
    onLoadFailed: log.pageNotLoaded,
  });

  app.on('second-instance', () => run({ kind: 'show-console' }));
  app.on('activate', () => run({ kind: 'show-console' }));
  followLinks(app, argv, run);
  log.started(app.getVersion(), server.current());
}

/** Without this the program would go on unseen, with neither window nor tray. */
function giveUp(app: App, log: DesktopLog, error: unknown): void {
  log.notStarted(error);
  dialog.showErrorBox(app.getName(), String(error));
  app.exit(1);
}

function watchQuitting(app: App): () => boolean {
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  return () => quitting;
}

function createCrashReport(log: DesktopLog): (reason: string) => 'reload' | 'give-up' {
  const recover = createCrashRecovery(Date.now);
  return (reason) => {
    const then = recover();
    log.pageDied(reason, then);
    return then;
  };
}
