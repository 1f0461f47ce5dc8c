import type { RequestHandlers } from '../../../src-main/ipc/request-desk.ts';

/** An answer to every request, and no effect. */
export const silentHandlers: RequestHandlers = {
  'session-load': () => ({ kind: 'nothing' }),
  'session-store': () => ({ kind: 'stored' }),
  'session-clear': () => undefined,
  'server-get': () => 'http://localhost:8787',
  'server-set': (address) => ({ kind: 'changed', address }),
  'presence-show': () => undefined,
  'softphone-show': () => undefined,
  'offers-show': () => undefined,
  'settings-get': () => desktopSettings,
  'settings-set': (settings) => settings,
  'language-set': () => undefined,
  'appearance-set': () => undefined,
  'shortcuts-list': () => [],
  'shortcuts-set': () => ({ kind: 'taken' }),
  'shortcuts-reset': () => [],
  'updates-status': () => ({ kind: 'up-to-date' }),
  'updates-check': () => ({ kind: 'up-to-date' }),
  'updates-install': () => 'not-ready',
  'news-get': () => ({ kind: 'nothing' }),
  'news-read': () => undefined,
  'log-page-error': () => undefined,
  'log-show': () => undefined,
  'log-save-report': () => 'cancelled',
  'app-info': () => ({ version: '1.0.0', platform: 'linux' }),
  'app-quit': () => undefined,
  'windows-show': () => undefined,
  'alert-accept': () => undefined,
  'alert-decline': () => undefined,
  'alert-drawn': () => undefined,
};

const desktopSettings = {
  launchAtLogin: false,
  startHidden: true,
  alertWindow: true,
  systemNotifications: true,
  flash: true,
  awayWhenLocked: false,
};
