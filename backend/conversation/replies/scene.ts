import type { ConversationState } from '../conversation-state.ts';
import type { Remark } from '../remarks/remark.ts';
import type { Act, Utterance } from '../turn-result.ts';
import type { TurnSettings } from '../turn-settings.ts';
import type { Classification } from '../understanding/classification.ts';

/** What one reply is decided from. */
export interface Scene {
  readonly state: ConversationState;
  readonly settings: TurnSettings;
  readonly at: Date;
}

/** What the customer said in this turn. */
export interface Said {
  readonly text: string;
  /** Of the classification, 0 to 1. */
  readonly confidence: number;
}

/** The same, with what it is taken for. */
export interface Heard {
  readonly text: string;
  readonly meant: Classification;
  readonly remark: Remark | null;
}

/** A reply: what is said, what is done, and what is remembered. */
export interface Move {
  readonly state: ConversationState;
  readonly say: Utterance | null;
  readonly act: Act;
}
