import type { SetUpSettings } from '../../../config/set-up-settings.ts';
import { createTwimlWriter } from '../twiml.ts';
import { createWebhookUrls } from '../webhook-urls.ts';
import type { AccountAccess } from './account-access.ts';
import { checkApplication } from './application-step.ts';
import { checkAccount } from './check-account.ts';
import { aiFallback, checkFallback, fallback } from './check-fallback.ts';
import { checkGather } from './check-gather.ts';
import { checkPermission } from './check-permission.ts';
import { checkRoundTrip } from './check-round-trip.ts';
import { checkSettings } from './check-settings.ts';
import { checkStorage, type TryStorage } from './check-storage.ts';
import type { FetchPage } from './fetched.ts';
import type { Finding } from './finding.ts';
import { gatherDocuments } from './gather-documents.ts';
import { checkKey } from './key-step.ts';
import type { Mode } from './mending.ts';
import { checkOurNumber } from './number-step.ts';
import { checkOtherNumbers } from './other-numbers-step.ts';
import { serverNeededFinding, settingsNeededFinding } from './probe-findings.ts';
import { probeHearing } from './probe-hearing.ts';
import type { ProbeLine } from './probe-line.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import { signedQuestion } from './signed-question.ts';

/** Whom the webhook of the round trip will find. */
export interface Door extends AsyncDisposable {
  readonly answeredBy: 'server' | 'stand-in';
}

export interface InspectionOptions {
  readonly settings: SetUpSettings;
  readonly mode: Mode;
  readonly access: (accountSid: string, authToken: string) => AccountAccess;
  readonly keeper: SettingsKeeper;
  readonly fetchPage: FetchPage;
  /** Sees to it that somebody answers where the server does not run. */
  readonly openDoor: (authToken: string, publicUrl: string) => Promise<Door>;
  /** Null: recordings are kept in our own folder. */
  readonly tryStorage: TryStorage | null;
  /** A word that nobody guesses. */
  readonly newWord: () => string;
  /** Null: no call is made. */
  readonly probe: Probe | null;
}

/** What a call to our own number needs. It costs money, and is made only when it is asked for. */
export interface Probe {
  readonly line: (accountSid: string, authToken: string) => ProbeLine;
  /** Lets a second go by. */
  readonly pause: () => Promise<void>;
}

/** Looks at everything that calls need, one finding after the other, and mends what the mode allows. */
export async function* inspect(options: InspectionOptions): AsyncGenerator<Finding> {
  const { settings } = options;
  yield* checkSettings(settings);
  yield* inspectAccount(options);
  yield* inspectRoundTrip(options);
  yield* inspectFallback(options);
  yield* inspectHearing(options);
  yield* checkStorage(options.tryStorage);
  yield checkGather(gatherDocuments(createTwimlWriter(urlsOf(settings), settings.voice), settings));
}

async function* inspectAccount(options: InspectionOptions): AsyncGenerator<Finding> {
  const { mode, settings, keeper } = options;
  const { accountSid, authToken, number, publicUrl, fallbackUrl, aiFallbackUrl } = settings;
  if (accountSid === null || authToken === null) return;
  const access = options.access(accountSid, authToken);
  const account = await access.account();
  yield* checkAccount(account, settings.simulatorUrl);
  // Without it nothing else can be asked.
  if (account.type !== 'answered') return;
  yield checkPermission(await access.mayCall('JP'));
  yield* checkKey({ ...settings, access, mode, keeper });
  if (publicUrl === null) return;
  const urls = createWebhookUrls(publicUrl);
  const application = { appSid: settings.appSid, fallbackUrl: aiFallbackUrl ?? fallbackUrl };
  yield* checkApplication({ access, mode, urls, keeper, ...application });
  if (number === null) return;
  yield* checkOurNumber({ access, mode, number, urls, fallbackUrl });
  yield* checkOtherNumbers({ access, mode, number, urls, fallbackUrl });
}

async function* inspectRoundTrip(options: InspectionOptions): AsyncGenerator<Finding> {
  const { publicUrl, authToken } = options.settings;
  if (publicUrl === null || authToken === null) return;
  const word = options.newWord();
  await using door = await options.openDoor(authToken, publicUrl);
  const fetched = await options.fetchPage(signedQuestion(publicUrl, authToken, word));
  yield* checkRoundTrip({ publicUrl, fetched, word, answeredBy: door.answeredBy });
}

async function* inspectHearing({ probe, ...options }: InspectionOptions): AsyncGenerator<Finding> {
  if (probe === null) return;
  const { accountSid, authToken, number, publicUrl, appSid, aiLeg } = options.settings;
  if (accountSid === null || authToken === null || number === null || publicUrl === null || appSid === null) {
    yield settingsNeededFinding(missingForProbe(options.settings));
    return;
  }
  await using door = await options.openDoor(authToken, publicUrl);
  if (door.answeredBy === 'stand-in') {
    yield serverNeededFinding;
    return;
  }
  const { fetchPage } = options;
  const { pause } = probe;
  const line = probe.line(accountSid, authToken);
  const word = options.newWord();
  yield await probeHearing({ line, fetchPage, publicUrl, authToken, number, appSid, aiLeg, word, pause });
}

function missingForProbe(settings: SetUpSettings): readonly string[] {
  const needed = [
    ['TWILIO_ACCOUNT_SID', settings.accountSid],
    ['TWILIO_AUTH_TOKEN', settings.authToken],
    ['TWILIO_NUMBER', settings.number],
    ['PUBLIC_URL', settings.publicUrl],
    ['TWILIO_APP_SID', settings.appSid],
  ] as const;
  return needed.flatMap(([name, value]) => (value === null ? [name] : []));
}

async function* inspectFallback({ settings, fetchPage }: InspectionOptions): AsyncGenerator<Finding> {
  const { fallbackUrl, aiFallbackUrl, publicUrl } = settings;
  const fallbacks = [
    [fallback, fallbackUrl],
    [aiFallback, aiFallbackUrl],
  ] as const;
  for (const [purpose, url] of fallbacks) {
    const fetched = url === null ? null : await fetchPage({ url, method: 'GET' });
    yield* checkFallback({ purpose, url, publicUrl, fetched });
  }
}

function urlsOf({ publicUrl, port }: SetUpSettings) {
  return createWebhookUrls(publicUrl ?? `http://localhost:${port}`);
}
