import type { PartialTranscript } from '../contract/events.ts';
import type { TranscribedSpeech } from '../telephony/carrier-events.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface TranscribedSpeechOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly sendPartial: (partial: PartialTranscript) => void;
  /** Told what is said while no human talks with the customer. */
  readonly toAi: (said: TranscribedSpeech) => void;
}

/** Takes what was said after the handoff into the transcript; guesses are only shown (design 5.6). Before it, the AI hears. */
export function createTranscribedSpeech(
  options: TranscribedSpeechOptions,
): (said: TranscribedSpeech) => void {
  const { calls, legs, transcript, publisher, sendPartial } = options;

  return (said) => {
    const { callId, track, text, confidence, final, at } = said;
    // Before and between humans the AI speaks, and writes down itself what it says and hears.
    if (calls.find(callId)?.status !== 'human-connected') {
      options.toAi(said);
      return;
    }
    const speaker = track === 'customer' ? 'customer' : 'agent';
    if (!final) {
      sendPartial({ callId, speaker, text });
      return;
    }
    const talking = legs.ofCall(callId).find((leg) => leg.kind === 'agent' && leg.state === 'in-conference');
    const agentId = speaker === 'agent' ? (talking?.agentId ?? null) : null;
    publisher.said(transcript.append({ callId, speaker, agentId, text, confidence, intent: null, at }));
  };
}
