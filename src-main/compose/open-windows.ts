import { join } from 'node:path';
import { type DesktopState, type DesktopStateHolder, silentState } from '../desktop-state.ts';
import type { DesktopLog } from '../log/desktop-log.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { type AlertWindow, createAlertWindow } from '../windows/alert-window.ts';
import { type ConsoleWindow, createConsoleWindow } from '../windows/console-window.ts';
import { createCrashRecovery } from '../windows/crash-recovery.ts';
import { builtFolder, type Prepared, resourcesFolder } from './prepared.ts';

export interface AlertParts {
  readonly initial: DesktopState;
  readonly shortcuts: GlobalShortcuts;
  readonly isConsoleInFront: () => boolean;
}

export function openAlert(
  { app, platform, settings, log }: Prepared,
  { initial, shortcuts, isConsoleInFront }: AlertParts,
): AlertWindow {
  return createAlertWindow(
    {
      preload: join(builtFolder(app), 'preload', 'alert.cjs'),
      platform,
      isWanted: () => settings.read().alertWindow,
      isConsoleInFront,
      describe: (state) => ({
        offers: [...announcedOffers(state)],
        connected: state.presence.kind !== 'disconnected',
        accepting: state.accepting,
        simulated: state.simulated,
        language: state.language,
        acceptKeys: shortcuts.workingKeys('accept'),
        declineKeys: shortcuts.workingKeys('decline'),
      }),
      onPageDied: createCrashReport(log),
      onLoadFailed: log.pageNotLoaded,
    },
    initial,
  );
}

export interface ConsoleParts {
  readonly state: DesktopStateHolder;
  readonly isQuitting: () => boolean;
  readonly onFrontChanged: () => void;
}

export function openConsole(
  { app, settings, launch, log }: Prepared,
  { state, isQuitting, onFrontChanged }: ConsoleParts,
): ConsoleWindow {
  // macOS does not start a program with arguments, but says whether it was started at login.
  const atLogin = launch.atLogin || app.getLoginItemSettings().wasOpenedAtLogin;
  return createConsoleWindow({
    preload: join(builtFolder(app), 'preload', 'console.cjs'),
    icon: join(resourcesFolder(app), 'icon.png'),
    startHidden: launch.hidden || (atLogin && settings.read().startHidden),
    isQuitting,
    onPageGone: () => state.change(silentState(state.current().language)),
    onPageDied: createCrashReport(log),
    onLoadFailed: log.pageNotLoaded,
    onFrontChanged,
  });
}

function createCrashReport(log: DesktopLog): (reason: string) => 'reload' | 'give-up' {
  const recover = createCrashRecovery(Date.now);
  return (reason) => {
    const then = recover();
    log.pageDied(reason, then);
    return then;
  };
}
