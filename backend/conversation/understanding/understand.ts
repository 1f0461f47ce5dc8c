import type { Intent } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';

/** Below this we ask instead of guessing. */
const DOUBTFUL = 0.4;
/** The bar for words that the speech recognition itself is unsure of. Zero means that it gave no figure. */
const DOUBTFUL_WHEN_HEARD_POORLY = 0.7;
const HEARD_POORLY = 0.35;

/** Of a model's opinion: enough to act on, and no more. */
const OPINION = 0.7;

/** What the policy goes by: the classification, or where it is little more than a guess a model's opinion, else `unknown`. */
export function understand(
  classification: Classification,
  speechConfidence: number,
  opinion: Intent | null = null,
): Classification {
  const bar = isHeardPoorly(speechConfidence) ? DOUBTFUL_WHEN_HEARD_POORLY : DOUBTFUL;
  const isSure = classification.confidence >= bar && classification.intent !== 'unknown';
  if (isSure) return classification;
  if (opinion !== null && opinion !== 'machine') return { intent: opinion, confidence: OPINION };
  if (classification.confidence >= bar) return classification;
  return { intent: 'unknown', confidence: 1 - classification.confidence };
}

/** Whether the speech recognition doubts its own words. */
export function isHeardPoorly(speechConfidence: number): boolean {
  return speechConfidence > 0 && speechConfidence < HEARD_POORLY;
}
