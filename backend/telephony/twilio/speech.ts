import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { Reading } from '../carrier-events.ts';

/** What the recogniser and the voices both know; any other language makes `<Gather>` fail (error 13331). */
export const languages = ['ja-JP', 'en-US'] as const;
export type KnownLanguage = (typeof languages)[number];

export type VoiceName = NonNullable<VoiceResponse.SayAttributes['voice']>;

/** Who speaks each language. */
export type Voices = Readonly<Record<KnownLanguage, VoiceName>>;

const defaultVoices = {
  'ja-JP': 'Google.ja-JP-Neural2-B',
  'en-US': 'Google.en-US-Neural2-F',
} as const satisfies Record<KnownLanguage, VoiceName>;

/** What can speak: a document, or a `<Gather>` in it. */
export interface Speaker {
  say(attributes: VoiceResponse.SayAttributes, words: string): VoiceResponse.Say;
}

interface Words {
  readonly text: string;
  /** BCP 47 */
  readonly language: string;
  readonly readings: readonly Reading[];
}

/** Says words with the voice of their language; names as the dictionary reads them (voice/twiml/say/text-speech#ssml-sub). */
export type Speak = (speaker: Speaker, words: Words) => void;

/** `japanese` is one of Twilio's voices for Japanese; without it the default. */
export function voicesWith(japanese: VoiceName = defaultVoices['ja-JP']): Voices {
  return { ...defaultVoices, 'ja-JP': japanese };
}

/** Speaks with `voicesWith(japanese)`. */
export function createSpeech(japanese?: VoiceName): Speak {
  const voices = voicesWith(japanese);
  return (speaker, { text, language, readings }) => {
    const known = knownLanguage(language);
    const [first = '', ...rest] = partsOf(speakable(text), readings);
    const attributes = { language: known, voice: voices[known] };
    const say = speaker.say(attributes, typeof first === 'string' ? first : '');
    for (const part of typeof first === 'string' ? rest : [first, ...rest]) {
      if (typeof part === 'string') say.addText(part);
      else say.sub({ alias: part.reading }, part.written);
    }
  };
}

/** Japanese for what is not known. */
export function knownLanguage(language: string): KnownLanguage {
  return languages.find((known) => known === language) ?? 'ja-JP';
}

/** Of words that come without it: what has no letter of Japanese is English. */
export function languageOf(text: string): KnownLanguage {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? 'ja-JP' : 'en-US';
}

/** XML has no control characters and no halves of surrogate pairs, and some readers of it end lines at separators: one in a company's name must not silence the AI. */
export function speakable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ');
}

/** The text in order, cut at the names of the dictionary; of two that begin at the same place the longer. */
export function partsOf(text: string, readings: readonly Reading[]): readonly (string | Reading)[] {
  if (text === '') return [];
  const found = readings
    .flatMap((reading) => {
      const index = text.indexOf(reading.written);
      return index === -1 ? [] : [{ reading, index }];
    })
    .sort((a, b) => a.index - b.index || b.reading.written.length - a.reading.written.length)[0];
  if (found === undefined) return [text];
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found.reading.written.length);
  return [...(before === '' ? [] : [before]), found.reading, ...partsOf(after, readings)];
}
