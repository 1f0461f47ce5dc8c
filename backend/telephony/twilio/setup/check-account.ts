import type { AccountState } from './account-access.ts';
import type { Answer } from './answer.ts';
import { unansweredFinding } from './check-refusal.ts';
import { advice, type Finding, right, wrong } from './finding.ts';

/** Whether Twilio knows us, and lets the account call. `simulatorUrl` is that of a simulator in its place, or null. */
export function checkAccount(answer: Answer<AccountState>, simulatorUrl: string | null): readonly Finding[] {
  if (simulatorUrl !== null && isNoSimulator(answer)) return [noSimulator(simulatorUrl)];
  if (answer.type !== 'answered') return [unansweredFinding({ en: 'Account', ja: 'アカウント' }, answer)];
  const { type, status } = answer.value;
  if (status !== 'active') {
    return [
      wrong(
        { en: `The account is ${status}.`, ja: `アカウントが有効ではありません(${status})。` },
        {
          en: 'Twilio lets it make no calls: look at its balance and at messages in console.twilio.com, or ask Twilio support.',
          ja: '通話できません。console.twilio.com で残高とお知らせを確かめるか、Twilio のサポートにお問い合わせください。',
        },
      ),
    ];
  }
  return [
    right({
      en: 'The credentials are right, and the account is active.',
      ja: '認証情報は正しく、アカウントは有効です。',
    }),
    ...(type === 'Trial' ? [trial] : []),
  ];
}

function isNoSimulator(answer: Answer<AccountState>): boolean {
  return answer.type === 'unreachable' || (answer.type === 'refused' && answer.code === null);
}

function noSimulator(simulatorUrl: string): Finding {
  return wrong(
    {
      en: `No simulator answers at SIMULATOR_URL (${simulatorUrl}).`,
      ja: `SIMULATOR_URL(${simulatorUrl})でシミュレーターが応答しません。`,
    },
    {
      en: 'Start it with `npm run simulator`, and set SIMULATOR_URL to http://localhost: and its port, with nothing behind it; or take SIMULATOR_URL out to ask Twilio itself.',
      ja: '`npm run simulator` で起動し、SIMULATOR_URL を http://localhost:(そのポート)にしてください。後ろにパスは付けません。Twilio そのものを調べるときは SIMULATOR_URL を外してください。',
    },
  );
}

const trial = advice(
  { en: 'This is a trial account.', ja: 'トライアルアカウントです。' },
  {
    en: 'It calls only numbers that were verified in console.twilio.com (Phone Numbers, Verified Caller IDs), from a trial number, and not with everything that a call needs. Upgrade it before calling customers.',
    ja: 'console.twilio.com(Phone Numbers の Verified Caller IDs)で認証した番号にしか、トライアル用の番号からしかかけられず、通話に必要な機能にも制限があります。お客様にかける前にアップグレードしてください。',
  },
);
