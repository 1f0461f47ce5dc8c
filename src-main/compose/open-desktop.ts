import { globalShortcut, nativeTheme, powerMonitor } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import {
  type DesktopState,
  type DesktopStateHolder,
  holdDesktopState,
  silentState,
} from '../desktop-state.ts';
import { languageOf, textsIn } from '../language/texts.ts';
import { watchPower } from '../power/watch-power.ts';
import { createCommandRunner } from '../run-command.ts';
import { createGlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { setApplicationMenu } from '../windows/application-menu.ts';
import type { ConsoleWindow } from '../windows/console-window.ts';
import { answerPages } from './answer-pages.ts';
import { confinePages } from './confine-pages.ts';
import { openNotifiers } from './open-notifiers.ts';
import { openQuitting } from './open-quitting.ts';
import { openAlert, openConsole } from './open-windows.ts';
import type { Prepared } from './prepared.ts';
import { stateFollowers } from './state-followers.ts';

/** Once the app is ready: puts up all there is of it, and returns what carries out a person's orders. */
export function openDesktop(prepared: Prepared): RunCommand {
  const { app, settings, platform, log } = prepared;
  const initial = silentState(settings.read().language ?? languageOf(app.getLocale()));
  confinePages(prepared, () => textsIn(state.current().language));
  setApplicationMenu(platform);
  nativeTheme.themeSource = settings.read().appearance;

  const isConsoleInFront = (): boolean => consoleWindow.isInFront();
  const run = createCommandRunner({ consoleWindow: () => consoleWindow, quit: () => app.quit() });
  const shortcuts = createGlobalShortcuts({
    systemKeys: globalShortcut,
    settings,
    platform,
    run,
    onTaken: log.shortcutTaken,
    onUnusable: log.shortcutUnusable,
  });
  const alertWindow = openAlert(prepared, { initial, shortcuts, isConsoleInFront });
  const notifiers = openNotifiers(prepared, {
    initial,
    language: () => state.current().language,
    isConsoleInFront,
    run,
  });
  const quitting = openQuitting(prepared, {
    consoleWindow: () => consoleWindow,
    texts: () => textsIn(state.current().language),
  });
  const state: DesktopStateHolder = holdDesktopState(
    initial,
    [
      ...stateFollowers(prepared, {
        run,
        consoleWindow: () => consoleWindow,
        change: (changed: Partial<DesktopState>) => state.change(changed),
      }),
      quitting.follow,
      notifiers.offers.follow,
      notifiers.reminders.follow,
      shortcuts.follow,
      alertWindow.follow,
    ],
    log.followerFailed,
  );
  const consoleWindow: ConsoleWindow = openConsole(prepared, {
    state,
    quitting,
    onFrontChanged: () => {
      alertWindow.consoleFrontChanged();
      notifiers.offers.consoleFrontChanged();
    },
  });

  const power = watchPower({
    powerMonitor,
    lockCounts: () => settings.read().awayWhenLocked,
    onAwayChanged: (away) => consoleWindow.tell('away-changed', away),
    onWoken: () => consoleWindow.tell('computer-woken', undefined),
  });
  const closing = new AbortController();
  app.once('will-quit', () => {
    closing.abort();
    power[Symbol.dispose]();
  });
  answerPages({
    ...prepared,
    run,
    state,
    shortcuts,
    power,
    quitting,
    notifiers,
    closing: closing.signal,
    consoleWindow,
    alertWindow,
  });
  app.on('child-process-gone', (_event, { type, reason }) => log.childDied(type, reason));
  log.started(app.getVersion(), prepared.server.current());
  return run;
}
