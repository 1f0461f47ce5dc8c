import type { CallId, LegId } from '../contract/ids.ts';
import type { Intent } from '../contract/vocabulary.ts';
import type { NewLeg, RefusalReason } from './carrier-command.ts';

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

  /** An agent has answered their own telephone. */
  telephoneAnswered(leg: LegEvent): TelephoneInstruction;
  /** They have pressed a key on it. */
  telephoneKeyPressed(leg: LegEvent, key: string): TelephoneInstruction;

  /** Somebody rings our number, and is put through to the conference of a call of their own. */
  callReceived(received: ReceivedCall): Reception;

  legRinging(leg: LegEvent): void;
  legAnswered(leg: LegEvent): void;
  /** The leg's own phone call is over, whether or not it ever was in the conference. */
  legEnded(leg: LegEvent & LegEnd): void;
  legJoined(
    leg: LegEvent & { readonly conferenceRef: string; readonly muted: boolean; readonly onHold: boolean },
  ): void;
  legLeft(leg: LegEvent): void;
  /** The customer, who heard the AI without a conference, is on the way into one: whom they hear there is yet to be told. */
  conferenceEntered(callId: CallId): void;
  /** From now on those in it hear each other. */
  conferenceStarted(callId: CallId, conferenceRef: string): void;
  conferenceEnded(callId: CallId, conferenceRef: string): void;

  /** Live transcription: of the customer from their first word, and after the handoff of `others`, everybody but them: the agent. */
  transcribed(said: TranscribedSpeech): void;
  machineDetected(callId: CallId, at: Date): void;
  recordingChanged(recording: RecordingEvent): void;
}

/** What an agent's own telephone does next. `language` is BCP 47. */
export type TelephoneInstruction =
  /** Says it, twice, and waits for a key; without one it hangs up. */
  | { readonly type: 'ask'; readonly say: string; readonly language: string }
  | { readonly type: 'enter'; readonly leg: NewLeg; readonly muted: boolean }
  | { readonly type: 'hang-up'; readonly say: string; readonly language: string };

export interface ReceivedCall {
  /** The carrier's id of the caller's leg. */
  readonly legRef: string;
  /** E.164; null where the caller withheld it. */
  readonly phoneNumber: string | null;
}

export type Reception =
  | { readonly type: 'received'; readonly leg: NewLeg }
  /** No agent has said yet in whose name calls are answered. */
  | { readonly type: 'nobody-to-speak-for' };

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

export interface LegEnd {
  readonly reason: LegEndReason;
  /** Whole seconds since the answer, which is what the carrier bills; null where it does not say. */
  readonly billedSeconds: number | null;
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
  /** Of whom the transcription is that heard it: of the customer alone while the AI talks with them, later of both sides. */
  readonly tracks: 'customer' | 'both';
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
