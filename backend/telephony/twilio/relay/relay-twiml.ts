import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import type { AiLeg } from '../../carrier-events.ts';
import { type KnownLanguage, languages, speakable, type Voices } from '../speech.ts';
import type { WebhookUrls } from '../webhook-urls.ts';

/** Twilio's names for the makers of the voices (voice/twiml/connect/conversationrelay). */
const makers = { Google: 'Google', Polly: 'Amazon' } as const;

interface RelayDocument {
  readonly urls: WebhookUrls;
  readonly voices: Voices;
  readonly leg: Pick<AiLeg, 'callId' | 'legId'>;
  readonly hints: readonly string[];
}

/** `<Connect><ConversationRelay>`: the leg's speech goes over a WebSocket from here. */
export function connectRelay({ urls, voices, leg, hints }: RelayDocument): VoiceResponse {
  const response = new VoiceResponse();
  const relay = response.connect({ action: urls.relayEnded(leg), method: 'POST' }).conversationRelay({
    url: urls.relay(leg),
    language: 'ja-JP',
    ...voiceOf(voices, 'ja-JP'),
    interruptible: 'any',
    dtmfDetection: true,
    partialPrompts: true,
    profanityFilter: false,
    // Tells when somebody begins and ends to speak: silence is timed by us.
    debug: 'speaker-events',
    ...(hints.length === 0 ? {} : { hints: speakable(hints.join(',')) }),
  });
  for (const code of languages) relay.language({ code, ...voiceOf(voices, code) });
  return response;
}

/** `Google.ja-JP-Neural2-B` is Google's `ja-JP-Neural2-B` here. */
function voiceOf(voices: Voices, language: KnownLanguage) {
  const [maker = '', voice = ''] = voices[language].split(/\.(.*)/s);
  return { ttsProvider: maker === 'Polly' ? makers.Polly : makers.Google, voice };
}
