import type { Hold } from '../contract/calls.ts';
import type { PartialTranscript } from '../contract/events.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { Speaker } from '../contract/vocabulary.ts';
import type { TranscribedSpeech } from '../telephony/carrier-events.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegStore } from './leg-store.ts';
import { bargesIn, isHeard } from './talk.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface TranscribedSpeechOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly sendPartial: (partial: PartialTranscript) => void;
  /** Told what is said while no human talks with the customer; whether the AI does. */
  readonly toAi: (said: TranscribedSpeech) => boolean;
}

/** What was said before a change is transcribed within this time after it; our own words take longer. */
const lateWordsMs = 3_000;
/** Among so many of the last turns is what was said just before the handoff. */
const turnsOverHandoff = 8;
/** An announcement that began before the transcription is heard by it for so long. */
const echoMs = 10_000;
/** Characters without punctuation: fewer, a greeting say, are said by anybody. */
const shortestEcho = 6;

/** Takes what was said after the handoff into the transcript; guesses are only shown (design 5.6). Before it, the AI hears. */
export function createTranscribedSpeech(
  options: TranscribedSpeechOptions,
): (said: TranscribedSpeech) => void {
  const { calls, legs, transcript, publisher, sendPartial } = options;

  /** The customer hears agents, and what we play to them: on hold nothing else, and that is no agent's word. */
  function speakerOf({ callId, track, at, ofHold }: TranscribedSpeech): Speaker {
    if (track === 'customer') return 'customer';
    const holds = legs.ofCall(callId).find(({ kind }) => kind === 'customer')?.holds ?? [];
    const isOurs = holds.some((hold) => (ofHold ? isAbout(hold, at) : isWithin(hold, at)));
    return isOurs ? 'ai' : 'agent';
  }

  function isEcho({ callId, text, at }: TranscribedSpeech): boolean {
    const last = transcript.lastOfCall(callId, 1)[0];
    const words = bare(text);
    if (last?.speaker !== 'ai' || at.getTime() - last.at.getTime() > echoMs) return false;
    return words.length >= shortestEcho && bare(last.text).includes(words);
  }

  /** The AI understood it, while this came late: it was said before the human talked. */
  function isWritten({ callId, text }: TranscribedSpeech): boolean {
    const lately = transcript.lastOfCall(callId, turnsOverHandoff);
    return lately.some((turn) => turn.speaker === 'customer' && bare(turn.text).includes(bare(text)));
  }

  /** Null when two of ours talk: the carrier mixes their voices, and nobody is to be ascribed another's words. */
  function talkingAgent(callId: CallId): AgentId | null {
    const present = legs.ofCall(callId);
    const [first, second] = [...present.filter(isHeard), ...present.filter(bargesIn)];
    return second === undefined ? (first?.agentId ?? null) : null;
  }

  return (said) => {
    const { callId, tracks, track, text, confidence, final, at } = said;
    const call = calls.find(callId);
    if (call === null) return;
    // Before and between humans the AI speaks, and writes down itself what it says and hears.
    if (call.status !== 'human-connected' && (options.toAi(said) || !isOfTalk(said))) return;
    if (tracks === 'customer' && (!final || isWritten(said) || isHeardByOther(call, at))) return;
    if (track === 'others' && isEcho(said)) return;
    const speaker = speakerOf(said);
    if (!final) {
      sendPartial({ callId, speaker, text });
      return;
    }
    const agentId = speaker === 'agent' ? talkingAgent(callId) : null;
    const untaken = { intent: null, stage: null };
    publisher.said(transcript.append({ callId, speaker, agentId, text, confidence, ...untaken, at }));
  };
}

/** On hold between two humans, or at the end of the talk and told late: nobody else has heard it. */
function isOfTalk({ tracks, track, final }: TranscribedSpeech): boolean {
  return tracks === 'both' && track === 'customer' && final;
}

/** Of both sides there is another transcription by then: this one goes on until it is stopped. */
function isHeardByOther({ transcribedSince }: CallRow, at: Date): boolean {
  return transcribedSince !== null && at.getTime() >= transcribedSince.getTime() + lateWordsMs;
}

/** Our own words are known, also when they are reported a little after the hold. */
function isAbout({ from, until }: Hold, at: Date): boolean {
  const time = at.getTime();
  return time >= Date.parse(from) && (until === null || time <= Date.parse(until) + echoMs);
}

function isWithin({ from, until }: Hold, at: Date): boolean {
  const time = at.getTime();
  return time >= Date.parse(from) + lateWordsMs && (until === null || time <= Date.parse(until));
}

function bare(text: string): string {
  return text.replaceAll(/[\p{P}\s]/gu, '');
}
