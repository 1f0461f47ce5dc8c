import type { NextAction } from '../contract/calls.ts';
import type { HandoffReason } from '../contract/handoffs.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';
import type { ConversationState } from './conversation-state.ts';
import type { Classification } from './understanding/classification.ts';

/** The answer to one input. The same input on the same state always gives the same result. */
export interface TurnResult {
  readonly state: ConversationState;
  /** Spoken first, before the act; null to say nothing. */
  readonly say: Utterance | null;
  readonly act: Act;
  /** Null where nothing was said: silence, keys, notices. */
  readonly classification: Classification | null;
}

export type SpokenLanguage = 'ja-JP' | 'en-US';

export interface Utterance {
  readonly text: string;
  readonly language: SpokenLanguage;
  /** False for the opening, which the law wants said whole. */
  readonly interruptible: boolean;
}

/** How the next round listens. */
export interface Listening {
  /** How long silence may last, counted from the end of what is said. */
  readonly silenceSeconds: number;
  readonly language: SpokenLanguage;
}

/** What happens after `say`. Exactly one: the acts that go on all listen. */
export type Act =
  | { readonly type: 'listen'; readonly listening: Listening }
  /** They are still fetching somebody: stay and listen. */
  | { readonly type: 'hold'; readonly listening: Listening }
  /** Ask for an agent on standby and listen meanwhile. When the receptionist puts the call on hold the state's stage is `holding`. */
  | { readonly type: 'prepare'; readonly reason: HandoffReason; readonly listening: Listening }
  /** A human now. The engine stays silent from here on, unless `handoff-failed` comes. */
  | { readonly type: 'connect'; readonly reason: HandoffReason }
  /** Press keys for a telephone menu, then listen. */
  | { readonly type: 'press'; readonly digits: string; readonly listening: Listening }
  /** Hang up. The result `rejected` blocks the number for the whole company. */
  | ({ readonly type: 'end' } & Outcome);

/** What came of the call. */
export interface Outcome {
  readonly result: CallResult;
  readonly reason: ResultReason;
  readonly nextAction: NextAction;
}
