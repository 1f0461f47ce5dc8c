import { join } from 'node:path';
import { globalShortcut, nativeTheme, powerMonitor, session } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import { holdDesktopState, silentState } from '../desktop-state.ts';
import { languageOf } from '../language/texts.ts';
import { createAttention } from '../notifications/attention.ts';
import { createOfferNotifier } from '../notifications/offer-notifier.ts';
import { openOffers, watchOfferExpiry } from '../offers/open-offers.ts';
import { watchPower } from '../power/watch-power.ts';
import { createCommandRunner } from '../run-command.ts';
import { limitDownloads } from '../security/downloads.ts';
import { servePages } from '../security/page-protocol.ts';
import { limitPermissions } from '../security/permissions.ts';
import { confineWebContents } from '../security/web-contents.ts';
import { createGlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { createTray } from '../tray/tray.ts';
import { trayFolder } from '../tray/tray-image.ts';
import { setApplicationMenu } from '../windows/application-menu.ts';
import { answerPages } from './answer-pages.ts';
import { openAlert, openConsole } from './open-windows.ts';
import { builtFolder, type Prepared, resourcesFolder } from './prepared.ts';

/** Once the app is ready: puts up all there is of it, and returns what carries out a person's orders. */
export function openDesktop(prepared: Prepared): RunCommand {
  const { app, settings, platform, log } = prepared;
  confine(prepared);
  setApplicationMenu(platform);
  nativeTheme.themeSource = settings.read().appearance;

  const initial = silentState(settings.read().language ?? languageOf(app.getLocale()));
  const isConsoleInFront = (): boolean => consoleWindow.isInFront();
  const run = createCommandRunner({ consoleWindow: () => consoleWindow, quit: () => app.quit() });
  const shortcuts = createGlobalShortcuts({ systemKeys: globalShortcut, settings, platform, run });
  const alertWindow = openAlert(prepared, { initial, shortcuts, isConsoleInFront });
  const state = holdDesktopState(initial, [
    createTray({ pictures: join(resourcesFolder(app), 'tray', trayFolder(platform)), run }),
    createOfferNotifier({ isWanted: () => settings.read().systemNotifications, isConsoleInFront, run }),
    createAttention({
      app,
      isWanted: () => settings.read().flash,
      flashConsole: (on) => consoleWindow.flash(on),
    }),
    shortcuts.follow,
    alertWindow.follow,
    watchOfferExpiry({
      now: Date.now,
      after,
      onExpired: () => state.change({ offers: openOffers(state.current().offers, Date.now()) }),
    }),
  ]);
  const consoleWindow = openConsole(prepared, { state, alertWindow });

  answerPages({ ...prepared, run, state, shortcuts, consoleWindow, alertWindow });
  watchPower({
    powerMonitor,
    lockCounts: () => settings.read().awayWhenLocked,
    onAwayChanged: (away) => consoleWindow.tell('away-changed', away),
    onWoken: () => consoleWindow.tell('computer-woken', undefined),
  });
  app.on('child-process-gone', (_event, { type, reason }) => log.childDied(type, reason));
  log.started(app.getVersion(), prepared.server.current());
  return run;
}

function confine({ app, server }: Prepared): void {
  confineWebContents(app);
  limitPermissions(session.defaultSession);
  limitDownloads(session.defaultSession, server.current);
  servePages({ root: join(builtFolder(app), 'renderer'), server: server.current });
}

function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
