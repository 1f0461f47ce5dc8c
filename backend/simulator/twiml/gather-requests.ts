import type { SimulatedClock } from '../clock.ts';
import type { WebhookSender } from '../webhooks/webhook-sender.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { GatherResult } from './gather-machine.ts';
import { createPartialResults, type PartialResults } from './partial-results.ts';
import { joinSpeech } from './recognised-speech.ts';
import type { GatherSettings } from './verbs.ts';

/**
 * What a Gather adds to the request of its action; null when there is no request and the next verb follows. Speech is reported as
 * `SpeechResult` and `Confidence`, keys as `Digits`; silence has neither, or an empty `Digits` where keys were asked for.
 */
export function gatherRequest(
  settings: GatherSettings,
  result: GatherResult,
): Readonly<Record<string, string>> | null {
  switch (result.type) {
    case 'speech': {
      const { text, confidence } = joinSpeech(result.heard);
      return { SpeechResult: text, Confidence: String(confidence) };
    }
    case 'keys':
      return { Digits: result.digits };
    case 'nothing':
      if (!settings.actionOnEmptyResult) return null;
      return settings.input.includes('dtmf') ? { Digits: '' } : {};
  }
}

export interface PartialsContext {
  readonly clock: SimulatedClock;
  readonly webhooks: WebhookSender;
  readonly parameters: () => Readonly<Record<string, string>>;
}

/** Sends guesses to the Gather's `partialResultCallback`; they may overtake one another. Null when there is none. */
export function gatherPartials(
  settings: GatherSettings,
  base: string,
  { clock, webhooks, parameters }: PartialsContext,
): PartialResults | null {
  const { partialResultCallback: target, partialResultCallbackMethod: method } = settings;
  if (target === undefined) return null;
  const url = absoluteUrl(target, base);
  return createPartialResults(clock, (text, sequence) => {
    const { stable, unstable } = split(text);
    const partial = {
      ...parameters(),
      StableSpeechResult: stable,
      UnstableSpeechResult: unstable,
      Stability: '0.9',
      SequenceNumber: String(sequence),
    };
    webhooks.report({ url, method, parameters: partial });
  });
}

const UNSTABLE_CHARACTERS = 3;

/** The recogniser is sure of all but the last few characters. */
function split(text: string): { readonly stable: string; readonly unstable: string } {
  const characters = [...text];
  return {
    stable: characters.slice(0, -UNSTABLE_CHARACTERS).join(''),
    unstable: characters.slice(-UNSTABLE_CHARACTERS).join(''),
  };
}
