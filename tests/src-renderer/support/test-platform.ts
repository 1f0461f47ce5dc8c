import { clientIdSchema } from '../../../backend/contract/ids.ts';
import { createAccountStore } from '../../../src-renderer/platform/account.ts';
import { createAlertStore } from '../../../src-renderer/platform/alerts.ts';
import { createApi } from '../../../src-renderer/platform/api.ts';
import { createArrivals } from '../../../src-renderer/platform/arrivals.ts';
import { createConnectionStore } from '../../../src-renderer/platform/connection.ts';
import { createDrafts } from '../../../src-renderer/platform/drafts.ts';
import { createPartialTranscripts } from '../../../src-renderer/platform/partial-transcripts.ts';
import type { Platform } from '../../../src-renderer/platform/platform-context.ts';
import { createPreferencesStore } from '../../../src-renderer/platform/preferences.ts';
import { realtimeAddressOf } from '../../../src-renderer/platform/realtime-address.ts';
import { createServerClock } from '../../../src-renderer/platform/server-clock.ts';
import { createToastStore } from '../../../src-renderer/platform/toasts.ts';
import type { FakeServer } from './fake-server.ts';
import { type RecordedSounds, recordSounds } from './recorded-sounds.ts';

const serverAddress = 'http://localhost:8787';

export interface TestPlatform extends Platform {
  readonly sounds: RecordedSounds;
}

/** A platform of a browser, connected, in a world where it is `now`. */
export function createTestPlatform(server: FakeServer, now: string): TestPlatform {
  const clientId = clientIdSchema.parse(crypto.randomUUID());
  const connection = createConnectionStore();
  connection.setState({ type: 'live' }, true);
  return {
    account: createAccountStore(),
    alerts: createAlertStore(),
    api: createApi(server.transport),
    clientId,
    serverAddress,
    realtimeAddress: async (after) => realtimeAddressOf({ serverAddress, clientId, after, ticket: null }),
    desktop: null,
    clock: createServerClock(() => Date.parse(now)),
    connection,
    arrivals: createArrivals(),
    drafts: createDrafts(noStorage()),
    log: { caught: () => undefined },
    partials: createPartialTranscripts(),
    preferences: createPreferencesStore(noStorage(), 'ja-JP'),
    sounds: recordSounds(),
    toasts: createToastStore(),
  };
}

/** Forgets everything, so that no test knows of another. */
function noStorage(): Storage {
  return {
    length: 0,
    clear: () => undefined,
    getItem: () => null,
    key: () => null,
    removeItem: () => undefined,
    setItem: () => undefined,
  };
}
