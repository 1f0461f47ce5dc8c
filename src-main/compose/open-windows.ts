import { join } from 'node:path';
import { type DesktopState, type DesktopStateHolder, silentState } from '../desktop-state.ts';
import { textsIn } from '../language/texts.ts';
import type { DesktopLog } from '../log/desktop-log.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { type AlertWindow, createAlertWindow } from '../windows/alert-window.ts';
import { type ConsoleWindow, createConsoleWindow } from '../windows/console-window.ts';
import { createCrashRecovery } from '../windows/crash-recovery.ts';
import { askOutside } from '../windows/outside-question.ts';
import type { Quitting } from '../windows/quitting.ts';
import { builtFolder, type Prepared, resourcesFolder, startsHidden } from './prepared.ts';

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
  readonly quitting: Quitting;
  readonly onFrontChanged: () => void;
}

export function openConsole(
  prepared: Prepared,
  { state, quitting, onFrontChanged }: ConsoleParts,
): ConsoleWindow {
  const { app, log } = prepared;
  return createConsoleWindow({
    preload: join(builtFolder(app), 'preload', 'console.cjs'),
    icon: join(resourcesFolder(app), 'icon.png'),
    startHidden: startsHidden(prepared),
    isQuitting: quitting.isUnderWay,
    onUnsaved: quitting.onUnsaved,
    onUnresponsive: (stands) => {
      log.pageUnresponsive();
      return askAboutUnresponsive(state.current(), stands);
    },
    onPageGone: () => state.change(silentState(state.current().language)),
    onPageDied: createCrashReport(log),
    onLoadFailed: log.pageNotLoaded,
    onFrontChanged,
  });
}

function askAboutUnresponsive(
  { language, softphone }: DesktopState,
  stands: AbortSignal,
): Promise<'yes' | 'no'> {
  const { appName, unresponsive } = textsIn(language);
  const { ask, inCall, reload: yes, wait: no } = unresponsive;
  return askOutside(
    { appName, ask, yes, no, ...(softphone.kind === 'on-call' ? { detail: inCall } : {}) },
    stands,
  );
}

function createCrashReport(log: DesktopLog): (reason: string) => 'reload' | 'give-up' {
  const recover = createCrashRecovery(Date.now);
  return (reason) => {
    const then = recover();
    log.pageDied(reason, then);
    return then;
  };
}
