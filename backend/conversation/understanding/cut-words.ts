import type { Intent, Stage } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';
import { cuedIntents } from './features.ts';

/** How receptions answer, normalised: the sentence of which an AI that takes over most often hears a part. */
const GREETING = 'お電話ありがとうございます';
/** Also a whole answer, with which somebody takes leave. */
const THANKS = 'ありがとう';

const ENDS_CALL: ReadonlySet<Intent> = new Set(['closing', 'wrong_number', 'do_not_call', 'rejection']);
/** What somebody means who has not yet heard who calls, by letters alone, without one of the phrases that say so. */
const SURE = 0.7;

/**
 * Words of which the beginning or the end was not heard, because an AI took the place of another or the listening ended: a part of a
 * greeting ends no call, and at the opening nothing does that merely resembles a good-bye or a refusal.
 */
export function withoutGuessedEnding(
  classification: Classification,
  words: string,
  stage: Stage,
): Classification {
  const { intent, confidence } = classification;
  if (!ENDS_CALL.has(intent)) return classification;
  if (isPartOfGreeting(words, stage)) return { intent: 'acknowledgement', confidence };
  const isGuess = stage === 'opening' && confidence < SURE && !cuedIntents(words, stage).includes(intent);
  return isGuess ? { intent: 'unknown', confidence: 1 - confidence } : classification;
}

function isPartOfGreeting(words: string, stage: Stage): boolean {
  return words.length > 1 && GREETING.includes(words) && (stage === 'opening' || words !== THANKS);
}
