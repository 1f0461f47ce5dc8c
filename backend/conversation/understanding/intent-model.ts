import type { Intent } from '../../contract/vocabulary.ts';
import type { Features } from './features.ts';

/** A linear model over features, one row of weights for each feature and one column for each intent. */
export interface IntentModel {
  readonly intents: readonly Intent[];
  /** In the order of `intents`. */
  readonly weightsOf: (feature: string) => ArrayLike<number> | null;
}

export interface RankedIntent {
  readonly intent: Intent;
  /** Probability, 0 to 1. */
  readonly confidence: number;
}

/** All intents, the most probable first. */
export function rankIntents(model: IntentModel, features: Features): readonly RankedIntent[] {
  const confidences = softmax(scores(model, features));
  return model.intents
    .map((intent, column) => ({ intent, confidence: confidences[column] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** For each intent, in the order of the model. */
export function scores(model: IntentModel, features: Features): Float64Array {
  const sums = new Float64Array(model.intents.length);
  for (const [feature, value] of features) {
    const weights = model.weightsOf(feature);
    if (weights === null) continue;
    for (let column = 0; column < sums.length; column += 1) {
      sums[column] = (sums[column] ?? 0) + (weights[column] ?? 0) * value;
    }
  }
  return sums;
}

export function softmax(values: Float64Array): Float64Array {
  const highest = Math.max(...values);
  const exponentials = values.map((value) => Math.exp(value - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}
