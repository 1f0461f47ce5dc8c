import {
  type Desktop,
  type DesktopBridge,
  loadDesktopSession,
} from '../../../src-renderer/platform/desktop.ts';

export interface TestDesktop {
  readonly desktop: Desktop;
  /** The session that the app keeps; null is none. */
  rememberedToken(): string | null;
}

/** The desktop app around the page, which keeps a session and otherwise does nothing. */
export async function createTestDesktop(token: string): Promise<TestDesktop> {
  let remembered: string | null = token;
  const bridge: DesktopBridge = {
    session: {
      load: async () => ({ kind: 'remembered', token }),
      store: async (renewed) => {
        remembered = renewed;
        return { kind: 'stored' };
      },
      clear: async () => {
        remembered = null;
      },
      onSignOutChosen: unsaid,
    },
    server: {
      get: async () => 'http://localhost:8787',
      set: async (address) => ({ kind: 'changed', address }),
    },
    presence: { show: nothing, onChosen: unsaid },
    softphone: { show: nothing, onMuteToggled: unsaid },
    offers: { show: nothing, onAccepted: unsaid, onDeclined: unsaid },
    reminders: { show: nothing, onOpened: unsaid },
    calls: { onOpened: unsaid },
    power: { away: async () => ({ kind: 'present' }), onAwayChanged: unsaid, onWoken: unsaid },
    settings: { get: async () => settings, set: async (change) => ({ ...settings, ...change }) },
    shortcuts: {
      list: async () => [],
      set: async () => ({ kind: 'changed', shortcuts: [] }),
      reset: async () => [],
    },
    updates: {
      status: async () => ({ kind: 'up-to-date' }),
      check: async () => ({ kind: 'up-to-date' }),
      install: async () => 'not-ready',
      onChanged: unsaid,
    },
    news: { get: async () => ({ kind: 'nothing' }), read: nothing },
    log: { pageError: nothing, show: nothing, saveReport: async () => 'cancelled' },
    app: {
      info: async () => ({ version: '0.1.0', platform: 'linux', tellsOfLock: false }),
      setLanguage: nothing,
      setAppearance: nothing,
      quit: nothing,
      onQuitAsked: unsaid,
      quitQuestionShown: nothing,
    },
  };
  return {
    desktop: { bridge, session: await loadDesktopSession(bridge) },
    rememberedToken: () => remembered,
  };
}

const settings = {
  launchAtLogin: false,
  startHidden: true,
  alertWindow: true,
  systemNotifications: true,
  flash: true,
  awayWhenLocked: false,
};

async function nothing(): Promise<void> {}

function unsaid(): () => void {
  return () => undefined;
}
