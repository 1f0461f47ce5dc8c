import { knownLanguage } from '../speech.ts';
import { type RelayCommand, writeHandoffData } from './relay-frames.ts';
import type { SentEffect } from './relay-machine.ts';
import { asRead } from './relay-words.ts';

/** What is sent to Twilio; `audioUrl` is where it finds a sound file of ours. */
export function commandFor(effect: SentEffect, audioUrl: (file: string) => string): RelayCommand {
  switch (effect.type) {
    case 'switch-language':
      return {
        type: 'language',
        ttsLanguage: effect.language,
        transcriptionLanguage: effect.language,
      };
    case 'say-words':
      return said(effect, audioUrl);
    case 'press-keys':
      return { type: 'sendDigits', digits: effect.digits };
    case 'end-session':
      return { type: 'end', handoffData: writeHandoffData(effect.round) };
  }
}

function said(
  { words }: Extract<SentEffect, { readonly type: 'say-words' }>,
  audioUrl: (file: string) => string,
): RelayCommand {
  const { say, audio, readings = [] } = words;
  const manner = {
    interruptible: words.type === 'listen' && words.interruptible,
    preemptible: false,
  } as const;
  return audio === undefined
    ? {
        type: 'text',
        token: asRead(say, readings),
        last: true,
        lang: knownLanguage(words.language),
        ...manner,
      }
    : { type: 'play', source: audioUrl(audio.file), loop: 1, ...manner };
}
