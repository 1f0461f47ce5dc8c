import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { PhoneLanguage } from '../../contract/agents.ts';
import type { CodeCall, VerificationLine } from '../verification-line.ts';
import { outcomeOfError } from './error-outcome.ts';
import { createSpeech, type KnownLanguage, type Speak } from './speech.ts';
import { createTwilioClient, type TwilioAccount } from './twilio-client.ts';

interface TwilioVerificationLineOptions {
  readonly account: TwilioAccount;
  /** As for `createTwilioTelephony`. */
  readonly restBaseUrl: string | null;
  readonly japaneseVoice?: Parameters<typeof createSpeech>[0];
}

const ringSeconds = 30;
const longestSeconds = 90;
const times = 3;

/** Calls with a code, whose TwiML is in the request: nothing has to be remembered for it, and nothing is asked back. */
export function createTwilioVerificationLine(options: TwilioVerificationLineOptions): VerificationLine {
  const { account, restBaseUrl, japaneseVoice } = options;
  const client = createTwilioClient(account, restBaseUrl);
  const speak = createSpeech(japaneseVoice);
  return {
    sayCode: (call) =>
      client.calls
        .create({
          from: account.number,
          to: call.phoneNumber,
          twiml: codeTwiml(speak, call),
          timeout: ringSeconds,
          timeLimit: longestSeconds,
        })
        .then(({ sid }) => ({ type: 'rung', legRef: sid }) as const, outcomeOfError),
  };
}

function codeTwiml(speak: Speak, { code, language }: CodeCall): string {
  const { spoken, before, after, digits } = words[language];
  const response = new VoiceResponse();
  const say = (text: string): void => speak(response, { text, language: spoken, readings: [] });
  response.pause({ length: 1 });
  say(before);
  for (let time = 0; time < times; time += 1) {
    say([...code].map((digit) => digits[Number(digit)]).join('、'));
    response.pause({ length: 1 });
  }
  say(after);
  response.hangup();
  return response.toString();
}

const words = {
  ja: {
    spoken: 'ja-JP',
    before: '取次からの、電話番号の確認です。設定の画面に、次の番号を入れてください。',
    after: '以上です。',
    digits: ['ゼロ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'],
  },
  en: {
    spoken: 'en-US',
    before: 'This is Toritsugi, checking your telephone number. Please enter this code in your settings.',
    after: 'That was all.',
    digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  },
} as const satisfies Record<
  PhoneLanguage,
  Readonly<{ spoken: KnownLanguage; before: string; after: string; digits: readonly string[] }>
>;
