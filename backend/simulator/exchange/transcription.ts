import type { Carrier } from '../carrier.ts';
import type { Utterance } from '../endpoint.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';
import type { Leg } from './leg.ts';
import { createSid } from './sids.ts';

/** Live transcription of a call (twilio.com/docs/voice/api/realtime-transcription-resource). */
export interface LiveTranscription {
  readonly sid: string;
  readonly callSid: string;
  readonly name: string | null;
  isStopped(): boolean;
  updatedAt(): Date;
  stop(): void;
}

export interface TranscriptionRequest {
  readonly name: string | null;
  readonly track: Track | 'both_tracks';
  readonly statusCallbackUrl: string | null;
  readonly statusCallbackMethod: WebhookMethod;
  readonly partialResults: boolean;
  readonly languageCode: string;
  /** Told back in the first report. */
  readonly description: Readonly<Record<string, string>>;
}

/** What the leg says, and what it hears. */
type Track = 'inbound_track' | 'outbound_track';

/** How long after its end an utterance is recognised. */
const RECOGNITION_MS = 300;

/** Starts now, and ends with the call. */
export function transcribe(leg: Leg, request: TranscriptionRequest, carrier: Carrier): LiveTranscription {
  const { clock } = carrier;
  const sid = createSid('GT');
  const report = createReport({ sid, callSid: leg.sid }, request, carrier);
  let stopped = false;
  let updatedAt = clock.now();

  function stop(): void {
    if (stopped) return;
    stopped = true;
    updatedAt = clock.now();
    unsubscribe();
    report('transcription-stopped', {});
  }

  function later(ms: number, act: () => void): void {
    clock.after(ms, () => {
      if (!stopped) act();
    });
  }

  function recognise(track: Track, utterance: Utterance): void {
    if (request.track !== 'both_tracks' && request.track !== track) return;
    const tell = (content: Content): void => report('transcription-content', content);
    if (request.partialResults) {
      later(utterance.durationMs / 2, () => tell(guess(track, utterance, request)));
    }
    later(utterance.durationMs + RECOGNITION_MS, () => tell(finding(track, utterance, request)));
  }

  const unsubscribe = leg.subscribe((event) => {
    if (event.type === 'ended') stop();
    if (event.type === 'said' && event.sound.type === 'speech')
      recognise('inbound_track', event.sound.utterance);
    if (event.type === 'heard' && event.sound.type === 'speech')
      recognise('outbound_track', event.sound.utterance);
  });
  report('transcription-started', {
    ...request.description,
    LanguageCode: request.languageCode,
    Track: request.track,
  });
  return {
    sid,
    callSid: leg.sid,
    name: request.name,
    isStopped: () => stopped,
    updatedAt: () => updatedAt,
    stop,
  };
}

type Content = Readonly<Record<string, string>>;

function createReport(
  { sid, callSid }: { readonly sid: string; readonly callSid: string },
  { statusCallbackUrl: url, statusCallbackMethod: method }: TranscriptionRequest,
  { accountSid, now, webhooks }: Carrier,
): (event: string, content: Content) => void {
  let sequence = 0;
  return (event, content) => {
    sequence += 1;
    if (url === null) return;
    const parameters = {
      AccountSid: accountSid,
      CallSid: callSid,
      TranscriptionSid: sid,
      TranscriptionEvent: event,
      Timestamp: now().toISOString(),
      SequenceId: String(sequence),
      ...content,
    };
    webhooks.report({ url, method, parameters });
  };
}

function guess(track: Track, { text }: Utterance, { languageCode }: TranscriptionRequest): Content {
  const characters = [...text];
  const transcript = characters.slice(0, Math.ceil(characters.length / 2)).join('');
  return {
    LanguageCode: languageCode,
    Track: track,
    TranscriptionData: JSON.stringify({ transcript }),
    Final: 'false',
    Stability: '0.9',
  };
}

function finding(track: Track, utterance: Utterance, { languageCode }: TranscriptionRequest): Content {
  const { text: transcript, confidence } = utterance;
  return {
    LanguageCode: languageCode,
    Track: track,
    TranscriptionData: JSON.stringify({ transcript, confidence }),
    Final: 'true',
  };
}
