import { type IntentModel, scores } from '../intent-model.ts';
import type { Example } from './learner.ts';

/** Scores of one example, and the column of its intent. */
interface Scored {
  readonly scores: Float64Array;
  readonly column: number;
}

/** The search is over the exponent: factors from 1/32 to 4. */
const LOWEST = -5;
const HIGHEST = 2;
const PRECISION = 0.01;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * By what the scores of a model are multiplied so that its confidence is the share of answers that are right: the factor under which
 * examples that it has not learned from are most likely. (Guo et al. 2017, temperature scaling)
 */
export function calibrationFactor(model: IntentModel, unseen: readonly Example[]): number {
  const scored = unseen.map(({ features, intent }) => ({
    scores: scores(model, features),
    column: model.intents.indexOf(intent),
  }));
  return 2 ** lowestPoint((exponent) => surprise(scored, 2 ** exponent));
}

/** The model with all its scores multiplied. */
export function scaled(model: IntentModel, factor: number): IntentModel {
  return {
    intents: model.intents,
    weightsOf: (feature) => {
      const row = model.weightsOf(feature);
      return row === null ? null : Float64Array.from(row, (weight) => weight * factor);
    },
  };
}

/** Golden-section search: the curve has one valley. */
function lowestPoint(height: (at: number) => number): number {
  let [low, high] = [LOWEST, HIGHEST];
  while (high - low > PRECISION) {
    const left = high - (high - low) * GOLDEN;
    const right = low + (high - low) * GOLDEN;
    if (height(left) < height(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** Sum of the negative log-likelihoods. */
function surprise(scored: readonly Scored[], factor: number): number {
  return scored.reduce((sum, { scores: values, column }) => {
    const highest = Math.max(...values) * factor;
    const total = values.reduce((each, value) => each + Math.exp(value * factor - highest), 0);
    return sum + Math.log(total) + highest - (values[column] ?? 0) * factor;
  }, 0);
}
