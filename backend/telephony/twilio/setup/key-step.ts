import type { AccountAccess } from './account-access.ts';
import { unansweredFinding } from './check-refusal.ts';
import { type Finding, right, wrong } from './finding.ts';
import { keptFinding } from './kept-finding.ts';
import { type Mode, runSetUp } from './mending.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import { ourName } from './wanted-handling.ts';

interface KeyStep {
  readonly access: AccountAccess;
  readonly mode: Mode;
  readonly apiKeySid: string | null;
  readonly apiKeySecret: string | null;
  readonly keeper: SettingsKeeper;
}

const wanted = { en: 'API key', ja: 'API キー' };

/** The key with which calls are made and softphones are let in: tried, or made. */
export async function* checkKey(step: KeyStep): AsyncGenerator<Finding> {
  const { apiKeySid, apiKeySecret } = step;
  if (apiKeySid !== null && apiKeySecret !== null) yield tryKey(step, apiKeySid, apiKeySecret);
  else if (apiKeySid !== null || apiKeySecret !== null) yield half(apiKeySid === null);
  else if (step.mode === 'look') yield unset;
  else yield* createUnlessThere(step);
}

const unset = wrong(
  { en: 'TWILIO_API_KEY_SID is not set.', ja: 'TWILIO_API_KEY_SID が設定されていません。' },
  runSetUp,
);

async function* createUnlessThere(step: KeyStep): AsyncGenerator<Finding> {
  const named = await step.access.keysNamed(ourName);
  if (named.type !== 'answered') {
    yield unansweredFinding(wanted, named);
    return;
  }
  const [known] = named.value;
  if (known === undefined) yield* create(step);
  else yield lost(known);
}

async function tryKey({ access }: KeyStep, sid: string, secret: string): Promise<Finding> {
  const answer = await access.tryKey(sid, secret);
  if (answer.type === 'answered') {
    return right({ en: `API key ${sid} is let in.`, ja: `API キー ${sid} は有効です。` });
  }
  if (answer.type !== 'refused' || answer.status !== 401) return unansweredFinding(wanted, answer);
  return wrong(
    {
      en: `Twilio does not let API key ${sid} in (HTTP 401).`,
      ja: `API キー ${sid} が拒まれました(HTTP 401)。`,
    },
    {
      en: 'SID and secret do not belong together, or the key was deleted, or is of another account or region: take both out of .env and run `npm run twilio:setup`, which makes one.',
      ja: 'SID とシークレットが対になっていないか、削除されたか、別のアカウントやリージョンのものです。両方を .env から外して `npm run twilio:setup` を実行すると、作り直せます。',
    },
  );
}

function half(withoutSid: boolean): Finding {
  const name = withoutSid ? 'TWILIO_API_KEY_SID' : 'TWILIO_API_KEY_SECRET';
  return wrong(
    { en: `${name} is not set.`, ja: `${name} が設定されていません。` },
    {
      en: 'SID and secret go together: set both, or take both out and run `npm run twilio:setup`, which makes a key.',
      ja: 'SID とシークレットは対で設定します。両方を設定するか、両方を外して `npm run twilio:setup` を実行してください。',
    },
  );
}

/** Twilio shows a secret once. Another key at each run would pile up. */
function lost(sid: string): Finding {
  return wrong(
    {
      en: `There is an API key "${ourName}" (${sid}), whose secret is not set here.`,
      ja: `API キー「${ourName}」(${sid})がありますが、シークレットが設定されていません。`,
    },
    {
      en: 'Put TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET into .env; or, when the secret is lost, delete the key in console.twilio.com, API keys & tokens, and run `npm run twilio:setup` again.',
      ja: 'TWILIO_API_KEY_SID と TWILIO_API_KEY_SECRET を .env に書いてください。シークレットが分からなければ、console.twilio.com の API keys & tokens でこのキーを削除し、`npm run twilio:setup` をもう一度実行してください。',
    },
  );
}

async function* create(step: KeyStep): AsyncGenerator<Finding> {
  const about = { en: `API key "${ourName}" is made.`, ja: `API キー「${ourName}」を作ります。` };
  if (step.mode === 'dry-run') {
    yield { type: 'to-change', about };
    return;
  }
  const made = await step.access.createKey(ourName);
  if (made.type !== 'answered') {
    yield unansweredFinding(wanted, made);
    return;
  }
  yield { type: 'changed', about };
  const { sid, secret } = made.value;
  yield keptFinding(step, { TWILIO_API_KEY_SID: sid, TWILIO_API_KEY_SECRET: secret });
}
