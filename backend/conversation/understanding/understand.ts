import type { Classification } from './classification.ts';

/** Below this we ask instead of guessing. */
const DOUBTFUL = 0.4;
/** The bar for words that the speech recognition itself is unsure of. Zero means that it gave no figure. */
const DOUBTFUL_WHEN_HEARD_POORLY = 0.7;
const HEARD_POORLY = 0.35;

/** What the policy goes by: the classification, or `unknown` where it is little more than a guess. */
export function understand(classification: Classification, speechConfidence: number): Classification {
  const heardPoorly = speechConfidence > 0 && speechConfidence < HEARD_POORLY;
  const bar = heardPoorly ? DOUBTFUL_WHEN_HEARD_POORLY : DOUBTFUL;
  if (classification.confidence >= bar) return classification;
  return { intent: 'unknown', confidence: 1 - classification.confidence };
}
