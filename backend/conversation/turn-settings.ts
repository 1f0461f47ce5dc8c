import type { ConversationSettings } from '../contract/agents.ts';
import type { Pronunciation } from '../contract/speech.ts';
import type { Templates } from './templates.ts';
import type { IsHoliday } from './time/business-days.ts';

/** Everything about the two companies that the engine needs, fixed for the length of a call. */
export interface TurnSettings {
  readonly conversation: ConversationSettings;
  /** Complete: the agent's own texts over the defaults, see `withDefaults`. */
  readonly templates: Templates;
  /** How the names in `conversation` are said. */
  readonly pronunciations: readonly Pronunciation[];
  /** What is played where it is all that is said. */
  readonly audio: readonly SpokenAudio[];
  readonly callee: Callee;
  /** Who rang us; null where we called. */
  readonly caller: Caller | null;
  /** IANA zone of the customer: what they mean by "three o'clock". */
  readonly zone: string;
  readonly isHoliday: IsHoliday;
  /** The first time from this one on at which the customer may be called: no other is promised. */
  readonly callableFrom: (time: Date) => Date;
  /** How long silence may last before we speak again; during a hold it may last longer. */
  readonly silenceSeconds: number;
  /** Whether the customer's words cut ours short; never where the law wants them said whole. */
  readonly bargeIn: boolean;
  /** E.164: what the customer's telephone shows, and may be told. */
  readonly callerNumber: string;
  /** Whether the call is recorded: the truth for those who ask. It is written down in any case. */
  readonly recorded: boolean;
  /** Says in the opening that the call is recorded. */
  readonly recordingNotice: boolean;
  /** Leaves the `voicemail` text on an answering machine instead of hanging up without a word. */
  readonly leaveVoicemail: boolean;
}

/** A sound file, and the words that it says. */
export interface SpokenAudio {
  readonly says: string;
  readonly file: string;
  readonly milliseconds: number;
}

export interface Callee {
  readonly company: string;
  readonly person: string | null;
  readonly department: string | null;
}

/** Of whoever rang us. */
export interface Caller {
  /** They answer a call of ours. */
  readonly returnsCall: boolean;
  /** Their number is known. */
  readonly showsNumber: boolean;
  /** Whether one of ours could talk with them now. */
  readonly isSomebodyFree: () => boolean;
}
