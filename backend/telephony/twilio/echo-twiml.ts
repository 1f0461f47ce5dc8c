import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { BeginTestCall } from '../../contract/test-calls.ts';
import type { KnownLanguage, Speak } from './speech.ts';
import type { WebhookUrls } from './webhook-urls.ts';

type Language = BeginTestCall['language'];

const words = {
  ja: {
    language: 'ja-JP',
    speak: '発信音のあとに、何かお話しください。そのままお返しします。',
    nothing: '声が届きませんでした。マイクの選択と音量をご確認ください。',
    over: '以上です。聞こえていれば、電話機は使えます。',
  },
  en: {
    language: 'en-US',
    speak: 'Please say something after the tone. You will hear it again.',
    nothing: 'Nothing was heard. Please check which microphone is chosen, and its volume.',
    over: 'That was all. If you heard yourself, your softphone works.',
  },
} as const satisfies Record<
  Language,
  Readonly<{ language: KnownLanguage; speak: string; nothing: string; over: string }>
>;

const longestSeconds = 5;
const silenceSeconds = 2;

/** Asks for some words and takes them down; of silence there is nothing to play (voice/twiml/record#action). */
export function askForWords(urls: WebhookUrls, speak: Speak, testCallId: string, language: Language): string {
  const response = new VoiceResponse();
  const say = sayIn(language, response, speak);
  say('speak');
  response.record({
    action: urls.echoPlayed(testCallId, language),
    method: 'POST',
    maxLength: longestSeconds,
    timeout: silenceSeconds,
    playBeep: true,
    trim: 'do-not-trim',
  });
  say('nothing');
  response.hangup();
  return response.toString();
}

/** Plays what was taken down. */
export function playBack(speak: Speak, recordingUrl: string, language: Language): string {
  const response = new VoiceResponse();
  response.play(recordingUrl);
  sayIn(language, response, speak)('over');
  response.hangup();
  return response.toString();
}

function sayIn(language: Language, response: VoiceResponse, speak: Speak) {
  return (what: 'speak' | 'nothing' | 'over'): void =>
    speak(response, { text: words[language][what], language: words[language].language, readings: [] });
}
