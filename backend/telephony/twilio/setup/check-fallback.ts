import { type Fetched, unreachedWords } from './fetched.ts';
import { advice, type Finding, right, type Words, wrong } from './finding.ts';
import { twimlProblem } from './twiml-problem.ts';

interface FallbackQuestion {
  readonly purpose: Fallback;
  readonly url: string | null;
  readonly publicUrl: string | null;
  /** Null: it was not asked. */
  readonly fetched: Fetched | null;
}

/** What is said when this server does not answer. */
interface Fallback {
  readonly setting: 'FALLBACK_URL' | 'AI_FALLBACK_URL';
  /** The file that is to be there. */
  readonly file: string;
  /** What it is like without it. */
  readonly without: Words;
}

/** To who rings us, and to whom nobody else can speak. */
export const fallback: Fallback = {
  setting: 'FALLBACK_URL',
  file: 'resources/twilio-fallback.xml',
  without: {
    en: 'When this server does not answer, a customer hears an English error message of Twilio.',
    ja: 'サーバーが応答しないとき、お客様には Twilio の英語のエラーが流れます。',
  },
};

/** By the AI, which comes again. */
export const aiFallback: Fallback = {
  setting: 'AI_FALLBACK_URL',
  file: 'resources/twilio-ai-fallback.xml',
  without: {
    en: 'When this server is started again in the middle of a call, the AI says what is at FALLBACK_URL, that the line is out of order, instead of asking for a moment.',
    ja: '通話中にサーバーを起動し直すと、AI は「少々お待ちください」ではなく、FALLBACK_URL の「回線に不具合がある」というお詫びを伝えます。',
  },
};

/** Whether a customer hears what they are to hear when this server does not answer. */
export function checkFallback({ purpose, url, publicUrl, fetched }: FallbackQuestion): readonly Finding[] {
  const { setting } = purpose;
  if (url === null || fetched === null) return [unset(purpose)];
  const problem = sameHost(url, publicUrl) ? here : answerProblem(fetched);
  if (problem !== null) return [wrong(about(setting, problem), putItThere(purpose))];
  return [
    right({
      en: `${setting} answers with TwiML that Twilio can play.`,
      ja: `${setting} は、Twilio が再生できる TwiML を返します。`,
    }),
  ];
}

function sameHost(fallbackUrl: string, publicUrl: string | null): boolean {
  return publicUrl !== null && new URL(fallbackUrl).host === new URL(publicUrl).host;
}

const here: Words = {
  en: 'is on the host of PUBLIC_URL, and would be down together with it',
  ja: 'PUBLIC_URL と同じホストにあり、同時に止まります',
};

function answerProblem(fetched: Fetched): Words | null {
  if (fetched.type === 'unreached') return unreachedWords(fetched.code);
  if (fetched.status !== 200)
    return { en: `answers with HTTP ${fetched.status}`, ja: `HTTP ${fetched.status} を返します` };
  if (!/^(text|application)\/xml\b/.test(fetched.contentType)) {
    return {
      en: `says that it is "${fetched.contentType}", and not text/xml`,
      ja: `種類が text/xml ではなく「${fetched.contentType}」です`,
    };
  }
  return twimlProblem(fetched.body);
}

function about(setting: Fallback['setting'], { en, ja }: Words): Words {
  return { en: `${setting} ${en}.`, ja: `${setting}: ${ja}。` };
}

function putItThere({ file }: Fallback): Words {
  return {
    en: `Have another host serve ${file} as text/xml to GET requests, over https, without a redirect.`,
    ja: `別のホストで、${file} を text/xml として(https、GET、転送なしで)公開してください。`,
  };
}

function unset({ setting, file, without }: Fallback): Finding {
  return advice(
    { en: `${setting} is not set.`, ja: `${setting} が設定されていません。` },
    {
      en: `${without.en} Have another host serve ${file} and set ${setting} to its address.`,
      ja: `${without.ja}${file} を別のホストに置き、そのアドレスを ${setting} に設定してください。`,
    },
  );
}
