import { createContext, useContext } from 'react';
import type { ClientId } from '../../backend/contract/ids.ts';
import type { AccountStore } from './account.ts';
import type { AlertStore } from './alerts.ts';
import type { Api } from './api.ts';
import type { Arrivals } from './arrivals.ts';
import type { ConnectionStore } from './connection.ts';
import type { Desktop } from './desktop.ts';
import type { Drafts } from './drafts.ts';
import type { PageLog } from './page-log.ts';
import type { PartialTranscripts } from './partial-transcripts.ts';
import type { PreferencesStore } from './preferences.ts';
import type { ServerClock } from './server-clock.ts';
import type { Sounds } from './sounds.ts';
import type { ToastStore } from './toasts.ts';

/** What the console stands on. Made once by `app/compose.ts`; tests make their own. */
export interface Platform {
  readonly account: AccountStore;
  readonly alerts: AlertStore;
  readonly api: Api;
  readonly clientId: ClientId;
  readonly clock: ServerClock;
  readonly connection: ConnectionStore;
  readonly arrivals: Arrivals;
  readonly drafts: Drafts;
  readonly log: PageLog;
  readonly partials: PartialTranscripts;
  readonly preferences: PreferencesStore;
  readonly sounds: Sounds;
  readonly toasts: ToastStore;
  /** Origin of the backend: the page's own in a browser, the chosen server's in the desktop app. */
  readonly serverAddress: string;
  /** Where realtime events come from; `after` is the last sequence number seen. Asked anew for each connection. */
  readonly realtimeAddress: (after: number | null) => Promise<string>;
  /** Null in a browser. */
  readonly desktop: Desktop | null;
}

export const PlatformContext = createContext<Platform | null>(null);

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('usePlatform is used outside PlatformContext');
  return platform;
}
