import log from 'electron-log/main.js';
import type { IpcRefusal } from '../ipc/request-desk.ts';

/** What the desktop app writes to `main.log` in its folder: one function an event, and every crash; never a token, a number or what was said. */
export interface DesktopLog {
  started(version: string, server: string): void;
  notStarted(error: unknown): void;
  ipcRefused(refusal: IpcRefusal, request: string): void;
  requestFailed(request: string, error: unknown): void;
  pageNotLoaded(error: unknown): void;
  pageDied(reason: string, then: 'reload' | 'give-up'): void;
}

export function createDesktopLog(): DesktopLog {
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
  return {
    started: (version, server) => log.info('started', { version, server }),
    notStarted: (error) => log.error('not-started', { error }),
    ipcRefused: (refusal, request) => log.warn('ipc-refused', { refusal, request }),
    requestFailed: (request, error) => log.error('request-failed', { request, error }),
    pageNotLoaded: (error) => log.error('page-not-loaded', { error }),
    pageDied: (reason, then) => log.error('page-died', { reason, then }),
  };
}
