import type { WebhookUrls } from '../webhook-urls.ts';
import type { AccountAccess, OwnedNumber } from './account-access.ts';
import type { Answer } from './answer.ts';
import { checkNumber } from './check-number.ts';
import { differences } from './differences.ts';
import { type Finding, right, wrong } from './finding.ts';
import { type Mode, mend } from './mending.ts';
import { wantedOfNumber } from './wanted-handling.ts';

interface NumberStep {
  readonly access: AccountAccess;
  readonly mode: Mode;
  readonly number: string;
  readonly urls: WebhookUrls;
  readonly fallbackUrl: string | null;
}

/** The number that customers see, and where it leads when they call it. */
export async function* checkOurNumber(step: NumberStep): AsyncGenerator<Finding> {
  const { access, number } = step;
  const owned = await access.ownedNumber(number);
  yield* checkNumber({ number, owned, verified: await verifiedUnlessOwned(access, number, owned) });
  if (owned.type !== 'answered' || owned.value === null) return;
  const otherwise = owned.value.voiceApplicationSid || owned.value.trunkSid;
  yield otherwise === '' ? putRight(step, owned.value) : leadsElsewhere(number, otherwise);
}

async function verifiedUnlessOwned(
  access: AccountAccess,
  number: string,
  owned: Answer<OwnedNumber | null>,
): Promise<Answer<boolean>> {
  const isOwned = owned.type === 'answered' && owned.value !== null;
  return isOwned ? { type: 'answered', value: false } : access.isVerified(number);
}

function putRight(step: NumberStep, owned: OwnedNumber): Finding | Promise<Finding> {
  const handling = wantedOfNumber(step.urls, step.fallbackUrl);
  const differing = differences(owned, handling);
  if (differing.length === 0) {
    return right({
      en: `Calls to ${step.number} lead to this server.`,
      ja: `${step.number} への電話はこのサーバーにつながります。`,
    });
  }
  return mend({
    mode: step.mode,
    about: {
      en: `Calls to ${step.number}: ${differing.join(', ')}`,
      ja: `${step.number} への電話: ${differing.join('、')}`,
    },
    act: () => step.access.changeNumber(owned.sid, handling),
  });
}

/** Somebody decided so, and may need it: it is not for us to take the number out of there. */
function leadsElsewhere(number: string, sid: string): Finding {
  return wrong(
    { en: `Calls to ${number} are left to ${sid}.`, ja: `${number} への電話は ${sid} に任されています。` },
    {
      en: 'In console.twilio.com, Phone Numbers, Active numbers, have the number configured with a webhook instead of an application or a SIP trunk, and run `npm run twilio:setup` again.',
      ja: 'console.twilio.com の Phone Numbers、Active numbers で、この番号の設定をアプリケーションや SIP トランクから Webhook に変え、`npm run twilio:setup` をもう一度実行してください。',
    },
  );
}
