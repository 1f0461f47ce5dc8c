import type { Intent } from '../../../contract/vocabulary.ts';
import type { Features } from '../features.ts';
import { type IntentModel, scores, softmax } from '../intent-model.ts';

/** What is learned from: the features of an utterance, and what it means. */
export interface Example {
  readonly features: Features;
  readonly intent: Intent;
}

export interface Learner {
  knows(feature: string): boolean;
  /** One step towards giving the example its intent. */
  learn(example: Example): void;
  /** Counts the weights as they are now into the average. */
  takeIntoAverage(): void;
  /** Of all that was taken in: steadier on what was not seen than the weights after the last step. */
  average(): IntentModel;
}

const LEARNING_RATE = 0.3;
const REGULARISATION = 3e-4;

/** Multinomial logistic regression by AdaGrad, averaged. */
export function createLearner(intents: readonly Intent[], features: readonly string[]): Learner {
  const weights = blank(intents, features);
  const squares = blank(intents, features);
  const sums = blank(intents, features);
  const model: IntentModel = { intents, weightsOf: (feature) => weights.get(feature) ?? null };

  return {
    knows: (feature) => weights.has(feature),
    learn({ features: seen, intent }) {
      const errors = softmax(scores(model, seen));
      const column = intents.indexOf(intent);
      errors[column] = (errors[column] ?? 0) - 1;
      for (const [feature, value] of seen) {
        const row = weights.get(feature);
        const squared = squares.get(feature);
        if (row !== undefined && squared !== undefined) descend(row, squared, errors, value);
      }
    },
    takeIntoAverage() {
      for (const [feature, row] of weights) addTo(sums.get(feature), row);
    },
    // The sum is the average but for a factor, which the calibration finds.
    average: () => ({ intents, weightsOf: (feature) => sums.get(feature) ?? null }),
  };
}

function blank(intents: readonly Intent[], features: readonly string[]): Map<string, Float64Array> {
  return new Map(features.map((feature) => [feature, new Float64Array(intents.length)]));
}

function descend(row: Float64Array, squared: Float64Array, errors: Float64Array, value: number): void {
  for (let column = 0; column < row.length; column += 1) {
    const weight = row[column] ?? 0;
    const gradient = (errors[column] ?? 0) * value + REGULARISATION * weight;
    const sum = (squared[column] ?? 0) + gradient * gradient;
    squared[column] = sum;
    row[column] = weight - (LEARNING_RATE * gradient) / Math.sqrt(sum + 0.01);
  }
}

function addTo(sum: Float64Array | undefined, row: Float64Array): void {
  if (sum === undefined) return;
  for (let column = 0; column < row.length; column += 1)
    sum[column] = (sum[column] ?? 0) + (row[column] ?? 0);
}
