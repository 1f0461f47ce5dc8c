import type { WebhookUrls } from '../webhook-urls.ts';
import type { AccountAccess, OwnedNumber } from './account-access.ts';
import { unansweredFinding } from './check-refusal.ts';
import { differences } from './differences.ts';
import { advice, type Finding, right } from './finding.ts';
import { type Mode, mend } from './mending.ts';
import { wantedOfNumber } from './wanted-handling.ts';

interface OtherNumbersStep {
  readonly access: Pick<AccountAccess, 'ownedNumbers' | 'changeNumber'>;
  readonly mode: Mode;
  /** The one that has been looked at already. */
  readonly number: string;
  readonly urls: WebhookUrls;
  readonly fallbackUrl: string | null;
}

/** What Twilio gives a number that nobody has configured. */
const unconfigured: ReadonlySet<string> = new Set(['', 'https://demo.twilio.com/welcome/voice/']);

/** Agents' calls may show any number of the account, and who calls that back is to reach us, too. */
export async function* checkOtherNumbers(step: OtherNumbersStep): AsyncGenerator<Finding> {
  const owned = await step.access.ownedNumbers();
  if (owned.type !== 'answered') {
    yield unansweredFinding({ en: "The account's other numbers", ja: 'アカウントのほかの番号' }, owned);
    return;
  }
  const others = owned.value.filter(({ phoneNumber }) => phoneNumber !== step.number);
  for (const other of others.filter(({ capabilities }) => capabilities.voice)) yield putRight(step, other);
}

function putRight(step: OtherNumbersStep, other: OwnedNumber): Finding | Promise<Finding> {
  const { phoneNumber, voiceApplicationSid, trunkSid, voiceUrl } = other;
  const handling = wantedOfNumber(step.urls, step.fallbackUrl);
  const differing = differences(other, handling);
  const isTaken = voiceApplicationSid !== '' || trunkSid !== '';
  if (!isTaken && differing.length === 0) {
    return right({
      en: `Calls to ${phoneNumber} lead to this server.`,
      ja: `${phoneNumber} への電話はこのサーバーにつながります。`,
    });
  }
  const isOurs = voiceUrl === handling.voiceUrl || unconfigured.has(voiceUrl);
  return isTaken || !isOurs
    ? leadsElsewhere(phoneNumber)
    : mend({
        mode: step.mode,
        about: {
          en: `Calls to ${phoneNumber}: ${differing.join(', ')}`,
          ja: `${phoneNumber} への電話: ${differing.join('、')}`,
        },
        act: () => step.access.changeNumber(other.sid, handling),
      });
}

/** It may serve something else: it is not for us to take it away from there. */
function leadsElsewhere(phoneNumber: string): Finding {
  return advice(
    {
      en: `Calls to ${phoneNumber} do not lead to this server.`,
      ja: `${phoneNumber} への電話はこのサーバーにつながりません。`,
    },
    {
      en: 'Have no agent show this number, or clear its voice configuration in console.twilio.com, Phone Numbers, Active numbers, and run `npm run twilio:setup` again: else who calls it back does not reach Toritsugi.',
      ja: 'この番号を発信者番号に使わないでください。使う場合は、console.twilio.com の Phone Numbers、Active numbers で音声の設定を空にし、`npm run twilio:setup` をもう一度実行してください。そうしないと、折り返しの電話が Toritsugi に届きません。',
    },
  );
}
