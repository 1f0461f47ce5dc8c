import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { LegEvent, TelephoneInstruction } from '../carrier-events.ts';
import { enterConference } from './incoming-twiml.ts';
import type { Speak } from './speech.ts';
import type { WebhookUrls } from './webhook-urls.ts';

interface Writing {
  readonly urls: WebhookUrls;
  readonly speak: Speak;
}

const betweenSeconds = 1;
/** After all was said. */
const keySeconds = 4;

/** Only keys count, because a voicemail speaks. (voice/twiml/gather) */
export function telephoneTwiml(
  leg: Pick<LegEvent, 'callId' | 'legId'>,
  instruction: TelephoneInstruction,
  { urls, speak }: Writing,
): string {
  if (instruction.type === 'enter') return enterConference(instruction.leg, urls, instruction.muted);
  const { say: text, language } = instruction;
  const response = new VoiceResponse();
  const words = { text, language, readings: [] };
  if (instruction.type === 'ask') {
    const gather = response.gather({
      input: ['dtmf'],
      numDigits: 1,
      // A key that ends the input is one like any other.
      finishOnKey: '',
      action: urls.telephoneKey(leg),
      method: 'POST',
      timeout: keySeconds,
    });
    speak(gather, words);
    gather.pause({ length: betweenSeconds });
    speak(gather, words);
  } else speak(response, words);
  response.hangup();
  return response.toString();
}
