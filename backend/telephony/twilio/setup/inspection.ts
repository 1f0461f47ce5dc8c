import type { SetUpSettings } from '../../../config/set-up-settings.ts';
import { createTwimlWriter } from '../twiml.ts';
import { createWebhookUrls } from '../webhook-urls.ts';
import type { AccountAccess } from './account-access.ts';
import { checkApplication } from './application-step.ts';
import { checkAccount } from './check-account.ts';
import { checkFallback } from './check-fallback.ts';
import { checkGather } from './check-gather.ts';
import { checkPermission } from './check-permission.ts';
import { checkRoundTrip } from './check-round-trip.ts';
import { checkSettings } from './check-settings.ts';
import type { FetchPage } from './fetched.ts';
import type { Finding } from './finding.ts';
import { gatherDocuments } from './gather-documents.ts';
import { checkKey } from './key-step.ts';
import type { Mode } from './mending.ts';
import { checkOurNumber } from './number-step.ts';
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
  /** A word that nobody guesses. */
  readonly newWord: () => string;
}

/** Looks at everything that calls need, one finding after the other, and mends what the mode allows. */
export async function* inspect(options: InspectionOptions): AsyncGenerator<Finding> {
  const { settings } = options;
  yield* checkSettings(settings);
  yield* inspectAccount(options);
  yield* inspectRoundTrip(options);
  yield* inspectFallback(options);
  yield checkGather(gatherDocuments(createTwimlWriter(urlsOf(settings), settings.voice), settings));
}

async function* inspectAccount(options: InspectionOptions): AsyncGenerator<Finding> {
  const { mode, settings, keeper } = options;
  const { accountSid, authToken, number, publicUrl, fallbackUrl } = settings;
  if (accountSid === null || authToken === null) return;
  const access = options.access(accountSid, authToken);
  const account = await access.account();
  yield* checkAccount(account);
  // Without it nothing else can be asked.
  if (account.type !== 'answered') return;
  yield checkPermission(await access.mayCall('JP'));
  yield* checkKey({ ...settings, access, mode, keeper });
  if (publicUrl === null) return;
  const urls = createWebhookUrls(publicUrl);
  yield* checkApplication({ access, mode, appSid: settings.appSid, urls, fallbackUrl, keeper });
  if (number !== null) yield* checkOurNumber({ access, mode, number, urls, fallbackUrl });
}

async function* inspectRoundTrip(options: InspectionOptions): AsyncGenerator<Finding> {
  const { publicUrl, authToken } = options.settings;
  if (publicUrl === null || authToken === null) return;
  const word = options.newWord();
  await using door = await options.openDoor(authToken, publicUrl);
  const fetched = await options.fetchPage(signedQuestion(publicUrl, authToken, word));
  yield* checkRoundTrip({ publicUrl, fetched, word, answeredBy: door.answeredBy });
}

async function* inspectFallback({ settings, fetchPage }: InspectionOptions): AsyncGenerator<Finding> {
  const { fallbackUrl, publicUrl } = settings;
  const fetched = fallbackUrl === null ? null : await fetchPage({ url: fallbackUrl, method: 'GET' });
  yield* checkFallback({ fallbackUrl, publicUrl, fetched });
}

function urlsOf({ publicUrl, port }: SetUpSettings) {
  return createWebhookUrls(publicUrl ?? `http://localhost:${port}`);
}
