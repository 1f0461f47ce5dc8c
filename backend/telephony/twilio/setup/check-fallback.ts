import { type Fetched, unreachedWords } from './fetched.ts';
import { advice, type Finding, right, type Words, wrong } from './finding.ts';
import { twimlProblem } from './twiml-problem.ts';

interface FallbackQuestion {
  readonly fallbackUrl: string | null;
  readonly publicUrl: string | null;
  /** Null: it was not asked. */
  readonly fetched: Fetched | null;
}

/** Whether a customer hears an apology when this server does not answer. */
export function checkFallback({ fallbackUrl, publicUrl, fetched }: FallbackQuestion): readonly Finding[] {
  if (fallbackUrl === null || fetched === null) return [unset];
  const problem = sameHost(fallbackUrl, publicUrl) ? here : answerProblem(fetched);
  if (problem !== null) return [wrong(about(problem), putItThere)];
  return [
    right({
      en: 'FALLBACK_URL answers with TwiML that Twilio can play.',
      ja: 'FALLBACK_URL は、Twilio が再生できる TwiML を返します。',
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

function about({ en, ja }: Words): Words {
  return { en: `FALLBACK_URL ${en}.`, ja: `FALLBACK_URL: ${ja}。` };
}

const putItThere: Words = {
  en: 'Have another host serve resources/twilio-fallback.xml as text/xml to GET requests, over https, without a redirect.',
  ja: '別のホストで、resources/twilio-fallback.xml を text/xml として(https、GET、転送なしで)公開してください。',
};

const unset = advice(
  { en: 'FALLBACK_URL is not set.', ja: 'FALLBACK_URL が設定されていません。' },
  {
    en: 'When this server does not answer, a customer hears an English error message of Twilio. Have another host serve resources/twilio-fallback.xml and set FALLBACK_URL to its address.',
    ja: 'サーバーが応答しないとき、お客様には Twilio の英語のエラーが流れます。resources/twilio-fallback.xml を別のホストに置き、そのアドレスを FALLBACK_URL に設定してください。',
  },
);
