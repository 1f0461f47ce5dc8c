import type { SetUpSettings } from '../../../config/set-up-settings.ts';
import { advice, type Finding, type Words, wrong } from './finding.ts';

type Needed = 'accountSid' | 'authToken' | 'number' | 'publicUrl';

const needed: Readonly<Record<Needed, { readonly name: string; readonly remedy: Words }>> = {
  accountSid: {
    name: 'TWILIO_ACCOUNT_SID',
    remedy: {
      en: 'Copy "Account SID" (AC…) from console.twilio.com, Account Info, into .env.',
      ja: 'console.twilio.com の Account Info にある「Account SID」(AC…)を .env に写してください。',
    },
  },
  authToken: {
    name: 'TWILIO_AUTH_TOKEN',
    remedy: {
      en: 'Copy "Auth Token" from console.twilio.com, Account Info, into .env: the live one, not the test one.',
      ja: 'console.twilio.com の Account Info にある「Auth Token」(テスト用ではなく本番用)を .env に写してください。',
    },
  },
  number: {
    name: 'TWILIO_NUMBER',
    remedy: {
      en: 'Put the number that customers are to see into .env, as +81…: one that the account owns or has verified.',
      ja: 'お客様に表示する番号を +81… の形で .env に書いてください。アカウントが所有するか、認証した番号に限ります。',
    },
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    remedy: {
      en: 'Put the https address under which Twilio reaches this server into .env.',
      ja: 'Twilio からこのサーバーに届く https のアドレスを .env に書いてください。',
    },
  },
};

/** What must be set before anything can be asked. */
export function checkSettings(settings: SetUpSettings): readonly Finding[] {
  const missing = Object.entries(needed).flatMap(([key, { name, remedy }]) =>
    isNeeded(key) && settings[key] === null
      ? [wrong({ en: `${name} is not set.`, ja: `${name} が設定されていません。` }, remedy)]
      : [],
  );
  return [...missing, ...insecureAddress(settings), ...otherRegion(settings)];
}

function isNeeded(key: string): key is Needed {
  return key in needed;
}

function insecureAddress({ publicUrl, simulatorUrl }: SetUpSettings): readonly Finding[] {
  if (publicUrl === null || publicUrl.startsWith('https://') || simulatorUrl !== null) return [];
  return [
    wrong(
      {
        en: `PUBLIC_URL is ${publicUrl}, which is not https.`,
        ja: `PUBLIC_URL(${publicUrl})が https ではありません。`,
      },
      {
        en: 'Put a reverse proxy with a certificate, or a tunnel, in front of the server and set PUBLIC_URL to its address.',
        ja: '証明書のあるリバースプロキシかトンネルをサーバーの前に置き、そのアドレスを PUBLIC_URL にしてください。',
      },
    ),
  ];
}

/** Twilio's SDK takes these from the environment, and a US1 token then fails with 401; our client does not. */
function otherRegion({ region, edge }: SetUpSettings): readonly Finding[] {
  const set = [
    ...(region === null || region === 'us1' ? [] : [`TWILIO_REGION=${region}`]),
    ...(edge === null ? [] : [`TWILIO_EDGE=${edge}`]),
  ];
  if (set.length === 0) return [];
  return [
    advice(
      {
        en: `Set, and not used: ${set.join(', ')}.`,
        ja: `${set.join('、')} が設定されていますが、使われません。`,
      },
      {
        en: 'Auth tokens and API keys belong to one region, and those of US1 are needed here. Take the setting away if credentials are refused, and copy those of US1.',
        ja: 'Auth Token と API キーはリージョンごとに別で、ここでは US1 のものが必要です。認証に失敗するときはこの設定を外し、US1 のものを写してください。',
      },
    ),
  ];
}
