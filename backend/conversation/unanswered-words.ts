import type { TurnRow } from '../calls/transcript-store.ts';
import type { Conversation } from './conversation-store.ts';
import { wordsOf } from './hearing.ts';

/** What the AI said last. */
export interface Unanswered {
  readonly text: string;
  /** False for the opening, which the law wants said whole. */
  readonly interruptible: boolean;
}

/**
 * What the AI said last, where nobody has said anything since, and nobody has spoken over it; else null
 * (docs/decisions/0020-two-transports-one-conversation.md).
 */
export function unanswered(
  { hearing }: Pick<Conversation, 'hearing'>,
  turns: readonly TurnRow[],
): Unanswered | null {
  const last = turns.at(-1);
  const isAnswered = hearing !== null && (hearing.spokeOver || wordsOf(hearing) !== '');
  if (last?.speaker !== 'ai' || isAnswered) return null;
  return { text: last.text, interruptible: turns.filter(({ speaker }) => speaker === 'ai').length > 1 };
}
