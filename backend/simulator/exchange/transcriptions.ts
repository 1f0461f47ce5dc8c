import type { Carrier } from '../carrier.ts';
import type { TranscriptionSettings } from '../twiml/verbs.ts';
import type { Leg } from './leg.ts';
import { type LiveTranscription, type TranscriptionRequest, transcribe } from './transcription.ts';

/** The live transcriptions of calls that are in progress. */
export interface Transcriptions {
  start(leg: Leg, request: TranscriptionRequest): LiveTranscription;
  /** Of several of one name the one that goes on. */
  find(leg: Leg, sidOrName: string): LiveTranscription | undefined;
}

export function createTranscriptions(carrier: Carrier): Transcriptions {
  const byCall = new Map<string, LiveTranscription[]>();
  return {
    start: (leg, request) => {
      const transcription = transcribe(leg, request, carrier);
      const started = byCall.get(leg.sid);
      if (started !== undefined) started.push(transcription);
      else {
        byCall.set(leg.sid, [transcription]);
        leg.subscribe((event) => {
          if (event.type === 'ended') byCall.delete(leg.sid);
        });
      }
      return transcription;
    },
    find: (leg, sidOrName) => {
      const called = (byCall.get(leg.sid) ?? []).filter(
        ({ sid, name }) => sid === sidOrName || name === sidOrName,
      );
      return called.find((one) => !one.isStopped()) ?? called[0];
    },
  };
}

/** A transcription that a document starts. */
export function requestOf(settings: TranscriptionSettings): TranscriptionRequest {
  return {
    name: settings.name ?? null,
    track: settings.track,
    statusCallbackUrl: settings.statusCallbackUrl ?? null,
    statusCallbackMethod: settings.statusCallbackMethod,
    partialResults: settings.partialResults,
    languageCode: settings.languageCode,
    description: {
      TranscriptionEngine: settings.transcriptionEngine,
      SpeechModel: settings.speechModel,
      ProfanityFilter: String(settings.profanityFilter),
      PartialResults: String(settings.partialResults),
      EnableAutomaticPunctuation: String(settings.enableAutomaticPunctuation),
      ...(settings.name === undefined ? {} : { Name: settings.name }),
      ...(settings.hints === '' ? {} : { Hints: settings.hints }),
      ...(settings.inboundTrackLabel === undefined ? {} : { InboundTrackLabel: settings.inboundTrackLabel }),
      ...(settings.outboundTrackLabel === undefined
        ? {}
        : { OutboundTrackLabel: settings.outboundTrackLabel }),
    },
  };
}
