import type { ConversationState } from '../conversation-state.ts';
import type { Act, Utterance } from '../turn-result.ts';
import type { TurnSettings } from '../turn-settings.ts';

/** What one reply is decided from. */
export interface Scene {
  readonly state: ConversationState;
  readonly settings: TurnSettings;
  readonly at: Date;
}

/** A reply: what is said, what is done, and what is remembered. */
export interface Move {
  readonly state: ConversationState;
  readonly say: Utterance | null;
  readonly act: Act;
}
