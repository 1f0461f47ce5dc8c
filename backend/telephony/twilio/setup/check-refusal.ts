import type { Answer } from './answer.ts';
import { type Finding, type Words, wrong } from './finding.ts';

type Failed = Exclude<Answer<unknown>, { readonly type: 'answered' }>;

/** What it means that Twilio did not do what it was asked. `wanted` says what that was. */
export function unansweredFinding(wanted: Words, failed: Failed): Finding {
  if (failed.type === 'unreachable') {
    return wrong(
      {
        en: `${wanted.en}: Twilio did not answer (${failed.detail}).`,
        ja: `${wanted.ja}: Twilio から応答がありません(${failed.detail})。`,
      },
      {
        en: 'Check that this machine may reach https://api.twilio.com: network, proxy, firewall; and status.twilio.com.',
        ja: 'このマシンから https://api.twilio.com に届くか(ネットワーク、プロキシ、ファイアウォール)と、status.twilio.com をご確認ください。',
      },
    );
  }
  const code = failed.code === null ? `HTTP ${failed.status}` : `error ${failed.code}`;
  const about = {
    en: `${wanted.en}: Twilio refuses (${code}).`,
    ja: `${wanted.ja}: Twilio に断られました(${code})。`,
  };
  return wrong(about, remedyOf(failed.status, failed.code));
}

function remedyOf(status: number, code: number | null): Words {
  if (code === 20_008) {
    return {
      en: "These are the account's test credentials, with which no call can be made: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to the live ones (console.twilio.com, Account Dashboard, Account Info).",
      ja: 'テスト用の認証情報です。通話はできません。TWILIO_ACCOUNT_SID と TWILIO_AUTH_TOKEN を本番用(console.twilio.com の Account Dashboard、Account Info)にしてください。',
    };
  }
  if (status === 401 || code === 20_003) {
    return {
      en: 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN do not belong together, or the token was rotated, or it is of another region than US1, which is the one that is used: copy both from console.twilio.com, Account Info, with the region US1.',
      ja: 'TWILIO_ACCOUNT_SID と TWILIO_AUTH_TOKEN が対になっていないか、トークンが更新されたか、US1 以外のリージョンのものです(使うのは US1 です)。console.twilio.com の Account Info で、リージョン US1 の両方を写してください。',
    };
  }
  if (status === 429) {
    return { en: 'Try again in a minute.', ja: '一分ほど待ってから、もう一度お試しください。' };
  }
  if (status >= 500) {
    return {
      en: 'Look at status.twilio.com, and try again later.',
      ja: 'status.twilio.com を確かめ、後ほどお試しください。',
    };
  }
  const page =
    code === null
      ? 'https://www.twilio.com/docs/api/errors'
      : `https://www.twilio.com/docs/api/errors/${code}`;
  return { en: `Twilio explains it at ${page}.`, ja: `Twilio の説明: ${page}` };
}
