import type { ConversationState } from '../conversation-state.ts';
import type { Act, Utterance } from '../turn-result.ts';
import type { TurnSettings } from '../turn-settings.ts';

/** What one reply is decided from. */
export interface Scene {
  readonly state: ConversationState;
  readonly settings: TurnSettings;
  readonly at: Date;
}

/** What the customer said in this turn. */
export interface Said {
  readonly text: string;
  /** The same, normalised. */
  readonly words: string;
  /** Of the classification, 0 to 1. */
  readonly confidence: number;
}

/** A reply: what is said, what is done, and what is remembered. */
export interface Move {
  readonly state: ConversationState;
  readonly say: Utterance | null;
  readonly act: Act;
}
