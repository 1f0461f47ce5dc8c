import log from 'electron-log/main.js';
import type { PageError } from '../ipc/contract/app.ts';
import type { ShortcutCommand } from '../ipc/contract/shortcuts.ts';
import type { IpcRefusal } from '../ipc/request-desk.ts';
import type { RefusedArgument } from '../settings/launch-arguments.ts';
import { withoutNumbers } from './without-numbers.ts';

/** What the desktop app writes to `main.log` in its folder: one function an event, and every crash; never a token, a number or what was said. */
export interface DesktopLog {
  /** Path of the file. */
  readonly file: string;
  started(version: string, server: string): void;
  notStarted(error: unknown): void;
  orderFailed(error: unknown): void;
  ipcRefused(refusal: IpcRefusal, request: string): void;
  requestFailed(request: string, error: unknown): void;
  pageNotLoaded(error: unknown): void;
  pageDied(reason: string, then: 'reload' | 'give-up'): void;
  pageFailed(error: PageError): void;
  /** Another of Chromium's processes: graphics, audio, network. */
  childDied(kind: string, reason: string): void;
  updateFailed(error: unknown): void;
  settingsUnreadable(error: unknown): void;
  /** What was chosen holds until the app ends. */
  settingsUnwritten(error: unknown): void;
  /** Something that shows the state, as the tray does, could not. */
  followerFailed(error: unknown): void;
  pageUnresponsive(): void;
  sessionUnreadable(error: unknown): void;
  pageFileUnreadable(error: unknown): void;
  /** Also on the terminal, where whoever wrote it looks. */
  argumentRefused(argument: RefusedArgument): void;
  shortcutTaken(command: ShortcutCommand): void;
  shortcutUnusable(error: unknown): void;
  /** A link that names no call; what it says instead is not written down: anybody can make one. */
  linkUnusable(): void;
}

export function createDesktopLog(): DesktopLog {
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
  return {
    file: log.transports.file.getFile().path,
    started: (version, server) => log.info('started', { version, server }),
    notStarted: (error) => log.error('not-started', { error }),
    orderFailed: (error) => log.error('order-failed', { error }),
    ipcRefused: (refusal, request) => log.warn('ipc-refused', { refusal, request }),
    requestFailed: (request, error) => log.error('request-failed', { request, error }),
    pageNotLoaded: (error) => log.error('page-not-loaded', { error }),
    pageDied: (reason, then) => log.error('page-died', { reason, then }),
    pageFailed: ({ message, stack }) =>
      log.error('page-failed', { message: withoutNumbers(message), stack: withoutNumbers(stack) }),
    childDied: (kind, reason) => log.warn('child-died', { kind, reason }),
    updateFailed: (error) => log.warn('update-failed', { error }),
    settingsUnreadable: (error) => log.error('settings-unreadable', { error }),
    settingsUnwritten: (error) => log.error('settings-unwritten', { error }),
    followerFailed: (error) => log.error('follower-failed', { error }),
    pageUnresponsive: () => log.warn('page-unresponsive'),
    sessionUnreadable: (error) => log.warn('session-unreadable', { error }),
    pageFileUnreadable: (error) => log.error('page-file-unreadable', { error }),
    argumentRefused: ({ argument, why }) => log.warn(`${argument} is not used: ${why}`),
    linkUnusable: () => log.warn('link-unusable'),
    shortcutUnusable: (error) => log.warn('shortcut-unusable', { error }),
    shortcutTaken: (command) => log.warn('shortcut-taken', { command }),
  };
}
