import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import type { DesktopState } from '../desktop-state.ts';
import type { ShownAlert } from '../ipc/contract/shown.ts';
import { sendNotice } from '../ipc/page-ipc.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import { pageUrls } from '../security/own-page.ts';
import { pagePreferences } from '../security/web-contents.ts';
import { alertBounds } from './alert-bounds.ts';

/** The offer, over all other windows, on the screen where the pointer is, without taking the focus from what is being typed. */
export interface AlertWindow {
  follow(state: DesktopState): void;
  /** The console came to the front, where it shows the offer itself, or left it. */
  consoleFrontChanged(): void;
  /** The page has drawn what it was last told. */
  drawn(): void;
}

export interface AlertWindowDeps {
  /** Path of the preload bundle. */
  readonly preload: string;
  readonly platform: NodeJS.Platform;
  /** Whether the agent wants this window. */
  readonly isWanted: () => boolean;
  readonly isConsoleInFront: () => boolean;
  /** The state in the words of the page. */
  readonly describe: (state: DesktopState) => ShownAlert;
  readonly onPageDied: (reason: string) => 'reload' | 'give-up';
  readonly onLoadFailed: (error: unknown) => void;
}

/** The window is there, hidden, as long as somebody is signed in: it must not be made when a customer already waits. */
export function createAlertWindow(deps: AlertWindowDeps, initial: DesktopState): AlertWindow {
  let state = initial;
  let window: BrowserWindow | null = null;

  /** Whoever quits in mid-call closes it before the console says that the call is over. */
  const living = (): BrowserWindow | null => (window?.isDestroyed() === false ? window : null);
  const isNeeded = (): boolean =>
    announcedOffers(state).length > 0 && deps.isWanted() && !deps.isConsoleInFront();

  /** Shown only once the page has drawn, hidden at once. */
  const settle = (): void => {
    const shown = living();
    if (shown === null) return;
    if (!isNeeded()) shown.hide();
    if (!shown.webContents.isLoadingMainFrame()) {
      sendNotice(shown.webContents, 'alert-changed', deps.describe(state));
    }
  };

  return {
    follow: (changed) => {
      state = changed;
      if (state.presence.kind === 'signed-out') {
        living()?.destroy();
        window = null;
        return;
      }
      window ??= openAlert(deps, settle);
      settle();
    },
    consoleFrontChanged: settle,
    drawn: () => {
      const hidden = living();
      if (hidden === null || hidden.isVisible() || !isNeeded()) return;
      const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      hidden.setBounds(alertBounds(display.workArea, deps.platform));
      hidden.showInactive();
    },
  };
}

function openAlert(deps: AlertWindowDeps, onLoaded: () => void): BrowserWindow {
  const window = new BrowserWindow({
    ...alertOptions(deps.platform),
    webPreferences: pagePreferences(deps.preload),
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });

  const load = (): void => void window.loadURL(pageUrls.alert).catch(deps.onLoadFailed);
  window.webContents.on('did-finish-load', onLoaded);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (deps.onPageDied(reason) === 'reload') load();
  });
  load();
  return window;
}

function alertOptions(platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  return {
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    focusable: false,
    // On macOS only a panel can be clicked without bringing the whole app to the front.
    ...(platform === 'darwin' ? { type: 'panel' } : {}),
    acceptFirstMouse: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#212329' : '#ffffff',
  };
}
