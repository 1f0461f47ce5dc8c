import { createAccountStore } from '../platform/account.ts';
import { createAlertStore } from '../platform/alerts.ts';
import { type Api, createApi } from '../platform/api.ts';
import { createArrivals } from '../platform/arrivals.ts';
import { claimClientId } from '../platform/client-id.ts';
import { createConnectionStore } from '../platform/connection.ts';
import { type Desktop, loadDesktopSession, logPageErrors } from '../platform/desktop.ts';
import { createDrafts } from '../platform/drafts.ts';
import { owingSignOut } from '../platform/owed-sign-out.ts';
import { createPageLog } from '../platform/page-log.ts';
import { createPartialTranscripts } from '../platform/partial-transcripts.ts';
import type { Platform } from '../platform/platform-context.ts';
import type { PreferencesStore } from '../platform/preferences.ts';
import { realtimeAddressOf } from '../platform/realtime-address.ts';
import { createServerClock } from '../platform/server-clock.ts';
import { createSounds } from '../platform/sounds.ts';
import { createToastStore } from '../platform/toasts.ts';
import { createBearerTransport, createCookieTransport } from '../platform/transport.ts';

/** Constructs what the console stands on, in a browser and in the desktop app alike. */
export async function composePlatform(window: Window, preferences: PreferencesStore): Promise<Platform> {
  const locks = 'locks' in window.navigator ? window.navigator.locks : null;
  const [clientId, { api, serverAddress, desktop }] = await Promise.all([
    claimClientId(window.sessionStorage, () => crypto.randomUUID(), locks),
    reachServer(window),
  ]);

  return {
    account: createAccountStore(),
    alerts: createAlertStore(),
    api,
    clientId,
    serverAddress,
    desktop,
    realtimeAddress: async (after) => {
      const ticket = desktop === null ? null : await api.realtimeTicket();
      return realtimeAddressOf({ serverAddress, clientId, after, ticket });
    },
    clock: createServerClock(Date.now),
    connection: createConnectionStore(),
    arrivals: createArrivals(),
    drafts: createDrafts(window.sessionStorage),
    log: createPageLog(desktop?.bridge ?? null, Date.now),
    partials: createPartialTranscripts(),
    preferences,
    sounds: createSounds(preferences, (file) => new Audio(file)),
    toasts: createToastStore(),
  };
}

interface Server {
  readonly api: Api;
  readonly serverAddress: string;
  readonly desktop: Desktop | null;
}

async function reachServer(window: Window): Promise<Server> {
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
  const bridge = window.desktop;
  if (bridge === undefined) {
    return {
      api: createApi(owingSignOut(createCookieTransport(fetch), window.localStorage)),
      serverAddress: window.location.origin,
      desktop: null,
    };
  }
  logPageErrors(window, bridge);
  const [serverAddress, session] = await Promise.all([bridge.server.get(), loadDesktopSession(bridge)]);
  return {
    api: createApi(createBearerTransport(fetch, serverAddress, session)),
    serverAddress,
    desktop: { bridge, session },
  };
}
