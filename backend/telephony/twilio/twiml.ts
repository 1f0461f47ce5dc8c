import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { AiInstruction, AiLeg, PlayedAudio, Reading } from '../carrier-events.ts';
import { holdWords } from './hold-words.ts';
import { connectRelay } from './relay/relay-twiml.ts';
import {
  createSpeech,
  knownLanguage,
  languageOf,
  type Speak,
  type Speaker,
  speakable,
  type VoiceName,
  voicesWith,
} from './speech.ts';
import type { WebhookUrls } from './webhook-urls.ts';

/** Puts what a leg is to do into Twilio's words. */
export interface TwimlWriter {
  instruction(leg: Pick<AiLeg, 'callId' | 'legId'>, instruction: AiInstruction): string;
  /** Has the leg speak and listen over a WebSocket instead. */
  relay(leg: Pick<AiLeg, 'callId' | 'legId'>, hints: readonly string[]): string;
  /** Heard on hold: a word, then hold audio for ten seconds, for ever. */
  hold(language?: string): string;
  /** `then` is asked for more; without it that is all. */
  announcement(text: string, then?: string): string;
}

type Listening = Pick<
  Extract<AiInstruction, { readonly type: 'listen' }>,
  'round' | 'silenceSeconds' | 'language' | 'hints'
>;

/** How words are given. */
interface Spoken {
  readonly language: string;
  readonly readings?: readonly Reading[];
  readonly audio?: PlayedAudio;
}

/** How the AI goes: its leg is hung up, unless it is another's. */
export type LeaveAi = (response: VoiceResponse, leg: Pick<AiLeg, 'callId' | 'legId'>) => void;

interface Writing {
  readonly urls: WebhookUrls;
  readonly speak: Speak;
  readonly leave: LeaveAi;
}

interface Player {
  play(url: string): unknown;
}

const holdAudioSeconds = 10;
/** Saves a request every ten seconds. */
const holdRounds = 6;

/** Twilio takes no more. (voice/twiml/gather#hints) */
const mostHints = 500;

/** `japaneseVoice` is one of Twilio's; without it the default. */
export function createTwimlWriter(
  urls: WebhookUrls,
  japaneseVoice?: VoiceName,
  leave: LeaveAi = hangUp,
): TwimlWriter {
  const voices = voicesWith(japaneseVoice);
  const speak = createSpeech(japaneseVoice);
  return {
    instruction: (leg, instruction) => write({ urls, speak, leave }, leg, instruction).toString(),
    relay: (leg, hints) => connectRelay({ urls, voices, leg, hints }).toString(),
    hold(language = 'ja-JP') {
      const response = new VoiceResponse();
      const known = knownLanguage(language);
      for (let round = 0; round < holdRounds; round += 1) {
        speak(response, { text: holdWords[known], language: known, readings: [] });
        response.play(urls.holdAudio(holdAudioSeconds));
      }
      response.redirect({ method: 'POST' }, urls.hold(known === 'ja-JP' ? undefined : known));
      return response.toString();
    },
    announcement(text, then) {
      const response = new VoiceResponse();
      speak(response, { text, language: languageOf(text), readings: [] });
      if (then !== undefined) response.redirect({ method: 'POST' }, then);
      return response.toString();
    },
  };
}

function write(
  { urls, speak, leave }: Writing,
  leg: Pick<AiLeg, 'callId' | 'legId'>,
  instruction: AiInstruction,
): VoiceResponse {
  const response = new VoiceResponse();
  const sayOrPlay = (where: Speaker & Player, text: string, { audio, language, readings = [] }: Spoken) => {
    if (audio === undefined) speak(where, { text, language, readings });
    else where.play(urls.templateAudio(audio.file));
  };
  switch (instruction.type) {
    case 'listen': {
      const gather = response.gather({
        ...gatherAttributes(urls, leg, instruction),
        bargeIn: instruction.interruptible,
      });
      if (instruction.say !== null) sayOrPlay(gather, instruction.say, instruction);
      return response;
    }
    case 'say':
      sayOrPlay(response, instruction.say, instruction);
      response.redirect({ method: 'POST' }, urls.finished(leg, instruction.round));
      return response;
    case 'wait':
      if (instruction.say !== null) {
        sayOrPlay(response, instruction.say, { ...instruction, language: languageOf(instruction.say) });
      }
      response.play(urls.holdAudio(instruction.seconds));
      response.redirect({ method: 'POST' }, urls.finished(leg, instruction.round));
      return response;
    case 'press':
      response.play({ digits: instruction.digits });
      response.gather(gatherAttributes(urls, leg, { ...instruction, language: 'ja-JP', hints: [] }));
      return response;
    case 'leave':
      leave(response, leg);
      return response;
  }
}

function hangUp(response: VoiceResponse): void {
  response.hangup();
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
    language: knownLanguage(language),
    // Telephone speech, and one of the models that fall over to another provider.
    speechModel: 'phone_call',
    // With a model it must be a number (13335); a second of silence ends a sentence.
    speechTimeout: '1',
    timeout: Math.max(1, Math.ceil(silenceSeconds)),
    profanityFilter: false,
    ...(hints.length === 0 ? {} : { hints: speakable(hints.slice(0, mostHints).join(',')) }),
  };
}
