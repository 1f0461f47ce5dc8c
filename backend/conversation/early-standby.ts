import type { HandoffReason } from '../contract/handoffs.ts';
import type { Intent } from '../contract/vocabulary.ts';
import { type ConversationState, stageOf } from './conversation-state.ts';
import type { TurnSettings } from './turn-settings.ts';
import { interpret } from './understanding/interpret.ts';

/** An agent to be asked while the customer is still speaking, and what is to be remembered of it. */
export interface EarlyStandby {
  readonly state: ConversationState;
  readonly reason: HandoffReason;
}

/** What will bring a human in any case. A false alarm costs an agent a glance; a refusal that follows withdraws it. */
const BRINGS_HUMAN: Readonly<Partial<Record<Intent, HandoffReason>>> = {
  transfer_hold: 'put-on-hold',
  person_on_line: 'asked-for-consent',
  interested: 'interested',
  agent_request: 'agent-request',
};
const CERTAIN = 0.9;
/** 「少々お待」 is the shortest that says enough. */
const FEWEST_LETTERS = 4;

/**
 * Whether an agent is wanted on standby before the customer has finished, judged from words that are not likely to change any more; null
 * when not, when one was asked already, or when nobody can be wanted now.
 */
export function standbyFromPartial(
  state: ConversationState,
  words: string,
  settings: TurnSettings,
): EarlyStandby | null {
  if (words.length < FEWEST_LETTERS || state.standby.is !== 'none' || !isTalking(state)) return null;
  // Nobody was free, and the AI has said so.
  if (state.message.is === 'asked') return null;
  const { person } = settings.callee;
  const { language } = state;
  const { intent, confidence } = interpret(words, { stage: stageOf(state), person, language }).classification;
  const reason = BRINGS_HUMAN[intent];
  if (reason === undefined || confidence < CERTAIN) return null;
  return { state: { ...state, standby: { is: 'asked', reason } }, reason };
}

/** The words that two guesses in a row agree on. */
export function stableWords(before: string, now: string): string {
  const letters = [...now];
  const changed = letters.findIndex((letter, index) => letter !== [...before][index]);
  return letters.slice(0, changed === -1 ? letters.length : changed).join('');
}

function isTalking({ position }: ConversationState): boolean {
  return position.at === 'opening' || position.at === 'explained' || position.at === 'person';
}
