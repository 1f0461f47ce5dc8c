import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { AiInstruction, AiLeg } from '../carrier-events.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/** Puts what a leg is to do into Twilio's words. */
export interface TwimlWriter {
  instruction(leg: Pick<AiLeg, 'callId' | 'legId'>, instruction: AiInstruction): string;
  /** Heard on hold: a word, then hold audio for ten seconds, for ever. */
  hold(): string;
  announcement(text: string): string;
}

type Listening = Pick<
  Extract<AiInstruction, { readonly type: 'listen' }>,
  'round' | 'silenceSeconds' | 'language' | 'hints'
>;
type Speech = Pick<VoiceResponse.SayAttributes, 'language' | 'voice'>;

type GatherLanguage = NonNullable<VoiceResponse.GatherAttributes['language']>;

/** What the recogniser and the voices both know; any other language makes `<Gather>` fail (error 13331). */
const languages = ['ja-JP', 'en-US'] as const satisfies readonly GatherLanguage[];

const voices = {
  'ja-JP': 'Google.ja-JP-Neural2-B',
  'en-US': 'Google.en-US-Neural2-F',
} as const satisfies Record<(typeof languages)[number], Speech['voice']>;

const holdWord = '恐れ入ります。そのまま少々お待ちくださいませ。';
const holdAudioSeconds = 10;
/** Saves a request every ten seconds. */
const holdRounds = 6;

/** Twilio takes no more. (voice/twiml/gather#hints) */
const mostHints = 500;

export function createTwimlWriter(urls: WebhookUrls): TwimlWriter {
  return {
    instruction: (leg, instruction) => write(urls, leg, instruction).toString(),
    hold() {
      const response = new VoiceResponse();
      for (let round = 0; round < holdRounds; round += 1) {
        response.say(speech('ja-JP'), holdWord);
        response.play(urls.holdAudio(holdAudioSeconds));
      }
      response.redirect({ method: 'POST' }, urls.hold());
      return response.toString();
    },
    announcement(text) {
      const response = new VoiceResponse();
      response.say(speech('ja-JP'), text);
      return response.toString();
    },
  };
}

function write(
  urls: WebhookUrls,
  leg: Pick<AiLeg, 'callId' | 'legId'>,
  instruction: AiInstruction,
): VoiceResponse {
  const response = new VoiceResponse();
  switch (instruction.type) {
    case 'listen': {
      const gather = response.gather({
        ...gatherAttributes(urls, leg, instruction),
        bargeIn: instruction.interruptible,
      });
      if (instruction.say !== null) gather.say(speech(instruction.language), speakable(instruction.say));
      return response;
    }
    case 'say':
      response.say(speech(instruction.language), speakable(instruction.say));
      response.redirect({ method: 'POST' }, urls.finished(leg, instruction.round));
      return response;
    case 'wait':
      if (instruction.say !== null) response.say(speech('ja-JP'), instruction.say);
      response.play(urls.holdAudio(instruction.seconds));
      response.redirect({ method: 'POST' }, urls.finished(leg, instruction.round));
      return response;
    case 'press':
      response.play({ digits: instruction.digits });
      response.gather(gatherAttributes(urls, leg, { ...instruction, language: 'ja-JP', hints: [] }));
      return response;
    case 'leave':
      response.hangup();
      return response;
  }
}

/** (twilio.com/docs/voice/twiml/gather) */
function gatherAttributes(
  urls: WebhookUrls,
  leg: Pick<AiLeg, 'callId' | 'legId'>,
  { round, silenceSeconds, language, hints }: Listening,
): VoiceResponse.GatherAttributes {
  return {
    input: ['speech', 'dtmf'],
    numDigits: 1,
    action: urls.gather(leg, round),
    method: 'POST',
    actionOnEmptyResult: true,
    partialResultCallback: urls.partial(leg, round),
    partialResultCallbackMethod: 'POST',
    language: spoken(language),
    // Telephone speech, and one of the models that fall over to another provider.
    speechModel: 'phone_call',
    // With a model it must be a number (13335); a second of silence ends a sentence.
    speechTimeout: '1',
    timeout: Math.max(1, Math.ceil(silenceSeconds)),
    profanityFilter: false,
    ...(hints.length === 0 ? {} : { hints: hints.slice(0, mostHints).join(',') }),
  };
}

function speech(language: string): Speech {
  const known = spoken(language);
  return { language: known, voice: voices[known] };
}

function spoken(language: string): (typeof languages)[number] {
  return languages.find((known) => known === language) ?? 'ja-JP';
}

/** XML knows no control characters: one in a company's name must not silence the AI. */
function speakable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
