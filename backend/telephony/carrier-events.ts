import type { CallId, LegId } from '../contract/ids.ts';
import type { Intent } from '../contract/vocabulary.ts';
import type { RefusalReason } from './carrier-command.ts';

/**
 * What the carrier tells us, in our words. The adapter verifies, parses and deduplicates the webhooks and calls these inside one
 * transaction with the receipt; `compose.ts` connects them to the domains. All are synchronous, and safe when late or out of order.
 */
export interface CarrierEvents {
  /** Proper names of the call that speech recognition would not guess. */
  hintsOf(callId: CallId): readonly string[];
  /** The AI's leg is up and asks what to do first. */
  aiStarted(leg: AiLeg): AiInstruction;
  /** One round of listening is over. */
  aiHeard(leg: AiLeg, round: number, heard: Heard): AiInstruction;
  /** Somebody spoke over what instruction `round` said: no more than `heard` of it was. Not every transport can tell. */
  aiInterrupted(leg: AiLeg, round: number, heard: string): void;
  /** The AI has finished saying what instruction `round` told it to say. */
  aiFinished(leg: AiLeg, round: number): AiInstruction;
  /** Someone is still speaking in that round: a guess that the next one replaces. */
  partialHeard(callId: CallId, text: string, round: number): void;

  legRinging(leg: LegEvent): void;
  legAnswered(leg: LegEvent): void;
  /** The leg's own phone call is over, whether or not it ever was in the conference. */
  legEnded(leg: LegEvent & { readonly reason: LegEndReason }): void;
  legJoined(
    leg: LegEvent & { readonly conferenceRef: string; readonly muted: boolean; readonly onHold: boolean },
  ): void;
  legLeft(leg: LegEvent): void;
  conferenceEnded(callId: CallId, conferenceRef: string): void;

  /** Live transcription: of the customer from their first word, and after the handoff of `others`, everybody but them: the agent. */
  transcribed(said: TranscribedSpeech): void;
  machineDetected(callId: CallId, at: Date): void;
  recordingChanged(recording: RecordingEvent): void;
}

/** Looks at what was heard before `aiHeard` is told of it, outside of its transaction, and may take a moment. */
export type Consider = (leg: AiLeg, round: number, heard: Heard) => Promise<Heard>;

export interface AiLeg {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly legRef: string;
  readonly at: Date;
}

export interface LegEvent {
  readonly callId: CallId;
  readonly legId: LegId;
  /** The carrier's id of the leg. */
  readonly legRef: string;
  readonly at: Date;
}

export type LegEndReason = 'hung-up' | 'no-answer' | 'line-busy' | 'canceled' | RefusalReason;

export type Heard =
  | {
      readonly type: 'speech';
      readonly text: string;
      readonly confidence: number;
      /** What a language model takes the words for, where one was asked. */
      readonly opinion?: Intent;
    }
  | { readonly type: 'keys'; readonly digits: string }
  | { readonly type: 'silence' };

export interface TranscribedSpeech {
  readonly callId: CallId;
  readonly track: 'customer' | 'others';
  readonly text: string;
  readonly confidence: number | null;
  /** They are words that we play to a customer on hold, or could be. */
  readonly ofHold: boolean;
  /** False for a guess that a later one replaces. */
  readonly final: boolean;
  readonly at: Date;
}

export interface RecordingEvent {
  readonly callId: CallId;
  readonly recordingRef: string;
  readonly state: 'in-progress' | 'completed' | 'absent';
  readonly startedAt: Date | null;
  readonly durationSeconds: number | null;
  readonly channels: number | null;
}

/** How a name that stands in what is said is read, in kana. */
export interface Reading {
  readonly written: string;
  readonly reading: string;
}

/** A sound file of ours that says all of an instruction's words, and is played in their place. */
export interface PlayedAudio {
  readonly file: string;
  readonly milliseconds: number;
}

/** What the AI's leg does next. `round` comes back with the report of how it went. */
export type AiInstruction =
  | {
      readonly type: 'listen';
      readonly round: number;
      /** Said first; null to only listen. */
      readonly say: string | null;
      /** Whether speech over `say` cuts it short; false for what the law wants said whole. */
      readonly interruptible: boolean;
      /** How long silence may last, counted from the end of `say`. */
      readonly silenceSeconds: number;
      /** BCP 47 */
      readonly language: string;
      readonly hints: readonly string[];
      /** Of names in `say`; none without it. */
      readonly readings?: readonly Reading[];
      /** Without it the words are spoken. */
      readonly audio?: PlayedAudio;
    }
  /** Say it, then report `aiFinished`. */
  | {
      readonly type: 'say';
      readonly round: number;
      readonly say: string;
      readonly language: string;
      readonly readings?: readonly Reading[];
      readonly audio?: PlayedAudio;
    }
  /** Hold audio for `seconds`, after a word, then report `aiFinished`. */
  | {
      readonly type: 'wait';
      readonly round: number;
      readonly say: string | null;
      readonly seconds: number;
      readonly audio?: PlayedAudio;
    }
  /** Press keys for a telephone menu, then listen. */
  | {
      readonly type: 'press';
      readonly round: number;
      readonly digits: string;
      readonly silenceSeconds: number;
    }
  /** Leave the conference. */
  | { readonly type: 'leave' };
