import { app, BrowserWindow, nativeTheme } from 'electron';
import type { NoticeBodies, NoticeName } from '../ipc/contract/messages.ts';
import { sendNotice } from '../ipc/page-ipc.ts';
import { pageAt, pageUrls } from '../security/own-page.ts';
import { pagePreferences } from '../security/web-contents.ts';
import { watchResponse } from './unresponsive-page.ts';

/** The console's window. Closing hides it: the softphone goes on in the tray. */
export interface ConsoleWindow {
  show(): void;
  isInFront(): boolean;
  /** Asks for attention in the task bar, until the window is looked at. */
  flash(on: boolean): void;
  /** Tells the page, once it is up. */
  tell<Name extends NoticeName>(name: Name, body: NoticeBodies[Name]): void;
  load(): void;
}

export interface ConsoleWindowDeps {
  /** Path of the preload bundle. */
  readonly preload: string;
  readonly icon: string;
  readonly startHidden: boolean;
  /** Whether a close now is the end of the app. */
  readonly isQuitting: () => boolean;
  /** The page is gone, to be loaded anew or for good: what it had told holds no more. */
  readonly onPageGone: () => void;
  readonly onPageDied: (reason: string) => 'reload' | 'give-up';
  readonly onLoadFailed: (error: unknown) => void;
  /** The page would stay, because something in it is not saved. */
  readonly onUnsaved: () => 'let-go' | 'hold';
  /** The page answers neither pointer nor keys: whether to load it anew, asked for as long as that is so. */
  readonly onUnresponsive: (stands: AbortSignal) => Promise<'yes' | 'no'>;
  /** The window came to the front, or left it. */
  readonly onFrontChanged: () => void;
}

export function createConsoleWindow(deps: ConsoleWindowDeps): ConsoleWindow {
  const window = new BrowserWindow({
    width: 1_280,
    height: 800,
    minWidth: 380,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    icon: deps.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: pagePreferences(deps.preload),
  });
  const load = (): void => void window.loadURL(pageUrls.console).catch(deps.onLoadFailed);

  if (!deps.startHidden) window.once('ready-to-show', () => window.show());
  window.on('focus', () => window.flashFrame(false));
  hideInsteadOfClosing(window, deps.isQuitting);
  watchPage(window, deps, load);
  watchFront(window, deps.onFrontChanged);
  watchResponse({
    window,
    ask: deps.onUnresponsive,
    giveUp: () => window.webContents.forcefullyCrashRenderer(),
    onFailed: deps.onLoadFailed,
  });
  load();

  return {
    show: () => bringToFront(window),
    isInFront: () => window.isVisible() && window.isFocused(),
    flash: (on) => window.flashFrame(on && !window.isFocused()),
    tell: (name, body) => whenLoaded(window, () => sendNotice(window.webContents, name, body)),
    load,
  };
}

function hideInsteadOfClosing(window: BrowserWindow, isQuitting: () => boolean): void {
  window.on('close', (event) => {
    if (isQuitting()) return;
    event.preventDefault();
    window.hide();
  });
}

function watchFront(window: BrowserWindow, onFrontChanged: () => void): void {
  window.on('focus', onFrontChanged);
  window.on('blur', onFrontChanged);
  window.on('show', onFrontChanged);
  window.on('hide', onFrontChanged);
}

function watchPage(window: BrowserWindow, deps: ConsoleWindowDeps, load: () => void): void {
  window.webContents.on('did-navigate', () => deps.onPageGone());
  window.webContents.on('will-prevent-unload', (event) => {
    // Here this lets the page go.
    if (deps.onUnsaved() === 'let-go') event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    deps.onPageGone();
    const then = deps.onPageDied(reason);
    // If not even the page that says so can be shown, showing it again helps nobody.
    if (then === 'give-up' && pageAt(window.webContents.getURL()) === 'stopped') return;
    if (then === 'reload') return load();
    window.loadURL(pageUrls.stopped).catch(deps.onLoadFailed);
    window.showInactive();
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  // On macOS a click in the alert's panel does not make this app the active one.
  app.focus({ steal: true });
  window.show();
  window.focus();
}

function whenLoaded(window: BrowserWindow, act: () => void): void {
  if (window.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', act);
  else act();
}
