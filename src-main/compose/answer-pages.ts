import { nativeTheme, shell } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import type { DesktopStateHolder } from '../desktop-state.ts';
import { serveRequests } from '../ipc/page-ipc.ts';
import { createRequestDesk } from '../ipc/request-desk.ts';
import { createRequestHandlers } from '../ipc/request-handlers.ts';
import { createReportSaver } from '../log/save-report.ts';
import { type PowerWatch, tellsOfLock } from '../power/watch-power.ts';
import { createKeyring } from '../security/keyring.ts';
import { createSessionVault } from '../security/session-vault.ts';
import { keepDesktopSettings } from '../settings/desktop-settings.ts';
import { createLoginItem } from '../settings/login-item.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';
import { keepUpdated } from '../updates/keep-updated.ts';
import { createNewsTeller } from '../updates/news.ts';
import type { AlertWindow } from '../windows/alert-window.ts';
import type { ConsoleWindow } from '../windows/console-window.ts';
import type { Quitting } from '../windows/quitting.ts';
import type { Notifiers } from './open-notifiers.ts';
import type { Prepared } from './prepared.ts';

export interface Parts extends Prepared {
  readonly run: RunCommand;
  readonly state: DesktopStateHolder;
  readonly shortcuts: GlobalShortcuts;
  readonly power: PowerWatch;
  readonly quitting: Quitting;
  readonly notifiers: Notifiers;
  /** Aborted when the app ends. */
  readonly closing: AbortSignal;
  readonly consoleWindow: ConsoleWindow;
  readonly alertWindow: AlertWindow;
}

/** Lets the pages ask, and answers them. */
export function answerPages(parts: Parts): void {
  const { app, platform, program, log, settings, launch, server, state, consoleWindow } = parts;
  const handlers = createRequestHandlers({
    ...parts,
    vault: createSessionVault({
      keyring: createKeyring(platform),
      settings,
      server: server.current,
      onUnreadable: log.sessionUnreadable,
    }),
    desktopSettings: keepDesktopSettings(settings, createLoginItem({ app, platform, program })),
    updates: keepUpdated({
      app,
      feed: launch.updateFeed,
      closing: parts.closing,
      isOnCall: () => state.current().softphone.kind === 'on-call',
      onChanged: (status) => consoleWindow.tell('updates-changed', status),
      onFailed: log.updateFailed,
    }),
    news: createNewsTeller(app.getVersion(), settings),
    now: Date.now,
    system: {
      info: { version: app.getVersion(), platform, tellsOfLock: tellsOfLock(platform) },
      reloadSoon: () => setImmediate(() => consoleWindow.load()),
      useAppearance: (appearance) => {
        nativeTheme.themeSource = appearance;
      },
      quitNow: parts.quitting.quitNow,
      quitQuestionShown: parts.quitting.questionShown,
      alertDrawn: parts.alertWindow.drawn,
      tellOfReminder: parts.notifiers.reminders.tell,
      presenceTold: parts.notifiers.presenceTold,
      notePageError: log.pageFailed,
      showLog: () => shell.showItemInFolder(log.file),
      saveReport: createReportSaver({
        app,
        platform,
        logFile: log.file,
        server: server.current,
        now: () => new Date(),
      }),
    },
  });
  serveRequests(createRequestDesk({ handlers, onRefused: log.ipcRefused, onFailed: log.requestFailed }));
}
