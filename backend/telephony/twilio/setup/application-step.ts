import type { WebhookUrls } from '../webhook-urls.ts';
import type { AccountAccess, Application } from './account-access.ts';
import { unansweredFinding } from './check-refusal.ts';
import { differences } from './differences.ts';
import { type Finding, right, wrong } from './finding.ts';
import { keptFinding } from './kept-finding.ts';
import { type Mode, mend, runSetUp } from './mending.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import { ourName, wantedOfApplication } from './wanted-handling.ts';

interface ApplicationStep {
  readonly access: AccountAccess;
  readonly mode: Mode;
  /** As set; null where none is. */
  readonly appSid: string | null;
  readonly urls: WebhookUrls;
  readonly fallbackUrl: string | null;
  readonly keeper: SettingsKeeper;
}

const wanted = { en: 'TwiML application', ja: 'TwiML アプリケーション' };

/** The TwiML application that the AI's leg is: found, put right, or made. */
export async function* checkApplication(step: ApplicationStep): AsyncGenerator<Finding> {
  if (step.appSid !== null) yield withSetting(step, step.appSid);
  else if (step.mode === 'look') yield unset;
  else yield* withoutSetting(step);
}

const unset = wrong(
  { en: 'TWILIO_APP_SID is not set.', ja: 'TWILIO_APP_SID が設定されていません。' },
  runSetUp,
);

async function withSetting(step: ApplicationStep, appSid: string): Promise<Finding> {
  const answer = await step.access.application(appSid);
  if (answer.type !== 'answered') return unansweredFinding(wanted, answer);
  if (answer.value !== null) return putRight(step, answer.value);
  return wrong(
    {
      en: `The account has no TwiML application ${appSid}.`,
      ja: `アカウントに TwiML アプリケーション ${appSid} がありません。`,
    },
    {
      en: 'Take TWILIO_APP_SID out of .env and run `npm run twilio:setup`, which makes one.',
      ja: '.env から TWILIO_APP_SID を外し、`npm run twilio:setup` を実行すると作られます。',
    },
  );
}

/** One of our name is taken for ours: made by an earlier run whose settings were not kept. */
async function* withoutSetting(step: ApplicationStep): AsyncGenerator<Finding> {
  const named = await step.access.applicationsNamed(ourName);
  if (named.type !== 'answered') {
    yield unansweredFinding(wanted, named);
    return;
  }
  const [ours, another] = named.value;
  if (another !== undefined) {
    yield whichOfThem(named.value);
  } else if (ours === undefined) {
    yield* create(step);
  } else {
    yield putRight(step, ours);
    yield keptFinding(step, { TWILIO_APP_SID: ours.sid });
  }
}

async function putRight(step: ApplicationStep, application: Application): Promise<Finding> {
  const handling = wantedOfApplication(step.urls, step.fallbackUrl);
  const differing = differences(application, handling);
  const name = {
    en: `TwiML application ${application.sid}`,
    ja: `TwiML アプリケーション ${application.sid}`,
  };
  if (differing.length === 0) {
    return right({
      en: `${name.en} leads to this server.`,
      ja: `${name.ja} はこのサーバーにつながっています。`,
    });
  }
  return mend({
    mode: step.mode,
    about: { en: `${name.en}: ${differing.join(', ')}`, ja: `${name.ja}: ${differing.join('、')}` },
    act: () => step.access.changeApplication(application.sid, handling),
  });
}

async function* create(step: ApplicationStep): AsyncGenerator<Finding> {
  const about = {
    en: `TwiML application "${ourName}" is made.`,
    ja: `TwiML アプリケーション「${ourName}」を作ります。`,
  };
  if (step.mode === 'dry-run') {
    yield { type: 'to-change', about };
    return;
  }
  const made = await step.access.createApplication(ourName, wantedOfApplication(step.urls, step.fallbackUrl));
  if (made.type !== 'answered') {
    yield unansweredFinding(wanted, made);
    return;
  }
  yield { type: 'changed', about };
  yield keptFinding(step, { TWILIO_APP_SID: made.value.sid });
}

function whichOfThem(applications: readonly Application[]): Finding {
  const sids = applications.map(({ sid }) => sid).join(', ');
  return wrong(
    {
      en: `There are several TwiML applications "${ourName}": ${sids}.`,
      ja: `TwiML アプリケーション「${ourName}」が複数あります: ${sids}。`,
    },
    {
      en: "Set TWILIO_APP_SID to the one that is this server's.",
      ja: 'このサーバーのものを TWILIO_APP_SID に設定してください。',
    },
  );
}
