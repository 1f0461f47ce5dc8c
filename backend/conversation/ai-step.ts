import type { HandoffReason } from '../contract/handoffs.ts';
import type { AiInstruction } from '../telephony/carrier-events.ts';

/** What the AI's leg does next, and the human the AI wants, if it wants one now. */
export interface AiStep {
  readonly instruction: AiInstruction;
  readonly wants: { readonly urgency: 'prepare' | 'connect'; readonly reason: HandoffReason } | null;
}

/** A step for which no human is needed. */
export function only(instruction: AiInstruction): AiStep {
  return { instruction, wants: null };
}
