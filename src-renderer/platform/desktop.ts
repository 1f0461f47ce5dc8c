import type { DesktopBridge } from '../../src-main/ipc/contract.ts';
import type { BearerToken } from './transport.ts';

export type { DesktopBridge, ServerChange } from '../../src-main/ipc/contract.ts';

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
