import type { Page } from '@playwright/test';
import type { News, UpdateStatus } from '../../src-main/ipc/contract/app.ts';
import type { AlertBridge, DesktopBridge } from '../../src-main/ipc/contract/bridges.ts';
import type { RememberedSession } from '../../src-main/ipc/contract/session.ts';
import type { DesktopSettings } from '../../src-main/ipc/contract/settings.ts';
import type { Shortcut } from '../../src-main/ipc/contract/shortcuts.ts';
import type { ShownAlert } from '../../src-main/ipc/contract/shown.ts';

/** What the desktop app around the page says. */
export interface PlayedApp {
  readonly server: string;
  readonly news: News;
  readonly session: RememberedSession;
  readonly settings: DesktopSettings;
  readonly shortcuts: readonly Shortcut[];
}

/** From its next load on, the page finds itself in the desktop app, whose system refuses every change that is asked of it. */
export async function playDesktop(page: Page, app: PlayedApp): Promise<void> {
  await page.addInitScript(keptNames);
  await page.addInitScript(putDesktop, app);
}

/** Tells the page of an update, as the app does. */
export async function tellUpdate(page: Page, status: UpdateStatus): Promise<void> {
  await page.evaluate(`tellUpdate(${JSON.stringify(status)})`);
}

/** From its next load on, the page finds itself in the app's alert window. */
export async function playAlertWindow(page: Page, shown: ShownAlert): Promise<void> {
  await page.addInitScript(keptNames);
  await page.addInitScript(putAlertWindow, shown);
}

/** What tsx, which keeps the names of functions, has them call: https://esbuild.github.io/api/#keep-names */
const keptNames = { content: 'globalThis.__name = (named) => named;' };

/** Runs in the page, where it can use nothing from outside itself. */
function putDesktop({ server, news, session, settings, shortcuts }: PlayedApp): void {
  const desktop: DesktopBridge = {
    session: {
      load: async () => session,
      store: async () => ({ kind: session.kind === 'no-keyring' ? 'no-keyring' : 'stored' }),
      clear: async () => undefined,
      onSignOutChosen: () => () => undefined,
    },
    server: {
      get: async () => server,
      set: async () => ({ kind: 'refused', problem: 'not-encrypted' }),
    },
    presence: { show: async () => undefined, onChosen: () => () => undefined },
    softphone: { show: async () => undefined, onMuteToggled: () => () => undefined },
    offers: {
      show: async () => undefined,
      onAccepted: () => () => undefined,
      onDeclined: () => () => undefined,
    },
    reminders: { show: async () => undefined, onOpened: () => () => undefined },
    calls: { onOpened: () => () => undefined },
    power: {
      away: async () => ({ kind: 'present' }),
      onAwayChanged: () => () => undefined,
      onWoken: () => () => undefined,
    },
    settings: { get: async () => settings, set: async () => settings },
    shortcuts: {
      list: async () => [...shortcuts],
      set: async () => ({ kind: 'taken' }),
      reset: async () => [...shortcuts],
    },
    updates: {
      status: async () => ({ kind: 'up-to-date' }),
      check: async () => ({ kind: 'up-to-date' }),
      install: async () => 'not-ready',
      onChanged: (listener) => {
        Object.assign(globalThis, { tellUpdate: listener });
        return () => undefined;
      },
    },
    news: { get: async () => news, read: async () => undefined },
    log: {
      pageError: async () => undefined,
      show: async () => undefined,
      saveReport: async () => 'cancelled',
    },
    app: {
      info: async () => ({ version: '0.1.0', platform: 'linux', tellsOfLock: false }),
      setLanguage: async () => undefined,
      setAppearance: async () => undefined,
      quit: async () => undefined,
      quitQuestionShown: async () => undefined,
      onQuitAsked: (listener) => {
        Object.assign(globalThis, { askToQuit: listener });
        return () => undefined;
      },
    },
  };
  Object.assign(globalThis, { desktop });
}

/** Runs in the page, like the one above. */
function putAlertWindow(shown: ShownAlert): void {
  const alertWindow: AlertBridge = {
    onChanged: (listener) => {
      listener(shown);
      return () => undefined;
    },
    drawn: async () => undefined,
    accept: async () => undefined,
    decline: async () => undefined,
  };
  Object.assign(globalThis, { alertWindow });
}
