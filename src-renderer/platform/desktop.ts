import type { DesktopBridge } from '../../src-main/ipc/contract/bridges.ts';
import type { BearerToken } from './transport.ts';

export type { UpdateStatus } from '../../src-main/ipc/contract/app.ts';
export type { DesktopBridge } from '../../src-main/ipc/contract/bridges.ts';
export type { ServerChange } from '../../src-main/ipc/contract/session.ts';
export type { DesktopSettings, DesktopSettingsChange } from '../../src-main/ipc/contract/settings.ts';
export type { Shortcut, ShortcutChange, ShortcutOrder } from '../../src-main/ipc/contract/shortcuts.ts';
export type { Away, ShownSoftphone } from '../../src-main/ipc/contract/shown.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload script; a browser has none. */
    readonly desktop?: DesktopBridge;
  }
}

/** What the console has inside the desktop app and not in a browser. */
export interface Desktop {
  readonly bridge: DesktopBridge;
  readonly session: DesktopSession;
}

export interface DesktopSession extends BearerToken {
  /** False when this computer has no safe place for it: the sign-in then lasts as long as the app runs. */
  readonly survivesRestart: () => boolean;
  forget(): Promise<void>;
}

/** The session that the desktop app keeps for us, read once. */
export async function loadDesktopSession(bridge: DesktopBridge): Promise<DesktopSession> {
  const remembered = await bridge.session.load();
  let token = remembered.kind === 'remembered' ? remembered.token : null;
  let survives = remembered.kind !== 'no-keyring';

  return {
    current: () => token,
    remember: (renewed) => {
      if (renewed === token) return;
      token = renewed;
      void bridge.session.store(renewed).then(({ kind }) => {
        survives = kind === 'stored';
      });
    },
    survivesRestart: () => survives,
    forget: async () => {
      token = null;
      await bridge.session.clear();
    },
  };
}

/** Puts into the app's log what goes wrong in this page and is caught by nobody. */
export function logPageErrors(window: Window, bridge: DesktopBridge): void {
  const log = (reason: unknown): void => {
    const { message, stack = '' } = reason instanceof Error ? reason : new Error(String(reason));
    void bridge.log.pageError({ message: message.slice(0, 500), stack: stack.slice(0, 4_000) });
  };
  window.addEventListener('error', ({ error, message }) => log(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => log(reason));
}
