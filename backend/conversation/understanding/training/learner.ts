import type { Intent } from '../../../contract/vocabulary.ts';
import { type Features, isCueFeature } from '../features.ts';
import { type IntentModel, softmax } from '../intent-model.ts';

/** What is learned from: the features of an utterance, and what it means. */
export interface Example {
  readonly features: Features;
  readonly intent: Intent;
}

/** An example by the rows of its features, so that learning need not look names up. */
export interface Lesson {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** So many of the rows, the first, are not cues. */
  readonly withoutCues: number;
  readonly column: number;
}

export interface Learner {
  /** Leaves out the features that the learner has no weights for. */
  lessonOf(example: Example): Lesson;
  /** One step towards giving the example its intent. */
  learn(lesson: Lesson, cues: 'shown' | 'hidden'): void;
  /** Counts the weights as they are now into the average. */
  takeIntoAverage(): void;
  /** Of all that was taken in: steadier on what was not seen than the weights after the last step. */
  average(): IntentModel;
}

const LEARNING_RATE = 0.3;
const REGULARISATION = 3e-4;

/** One row for each feature, one after the other, with a column for each intent. */
interface Weights {
  readonly columns: number;
  readonly values: Float64Array;
  /** The sums of the squared gradients so far, by which steps grow shorter. */
  readonly squares: Float64Array;
}

/** Multinomial logistic regression by AdaGrad, averaged. */
export function createLearner(intents: readonly Intent[], features: readonly string[]): Learner {
  const rowOf = new Map(features.map((feature, row) => [feature, row]));
  const columns = intents.length;
  const weights: Weights = {
    columns,
    values: new Float64Array(features.length * columns),
    squares: new Float64Array(features.length * columns),
  };
  const sums = new Float64Array(weights.values.length);

  return {
    lessonOf({ features: seen, intent }) {
      const known = [...seen].flatMap(([feature, value]) => {
        const row = rowOf.get(feature);
        return row === undefined ? [] : [{ row, value, isCue: isCueFeature(feature) }];
      });
      const ordered = [...known.filter(({ isCue }) => !isCue), ...known.filter(({ isCue }) => isCue)];
      return {
        rows: Int32Array.from(ordered, ({ row }) => row),
        values: Float64Array.from(ordered, ({ value }) => value),
        withoutCues: known.filter(({ isCue }) => !isCue).length,
        column: intents.indexOf(intent),
      };
    },
    learn(lesson, cues) {
      const length = cues === 'hidden' ? lesson.withoutCues : lesson.rows.length;
      const errors = errorsOf(weights, lesson, length);
      for (let place = 0; place < length; place += 1) {
        descend(weights, lesson.rows[place] ?? 0, errors, lesson.values[place] ?? 0);
      }
    },
    takeIntoAverage() {
      for (let place = 0; place < sums.length; place += 1) {
        sums[place] = (sums[place] ?? 0) + (weights.values[place] ?? 0);
      }
    },
    average: () => ({
      intents,
      // The sum is the average but for a factor, which the calibration finds.
      weightsOf(feature) {
        const row = rowOf.get(feature);
        return row === undefined ? null : sums.subarray(row * columns, (row + 1) * columns);
      },
    }),
  };
}

/** How far the answer is from the truth, for each intent. */
function errorsOf(weights: Weights, { rows, values, column }: Lesson, length: number): Float64Array {
  const { columns } = weights;
  const scores = new Float64Array(columns);
  for (let place = 0; place < length; place += 1) {
    const start = (rows[place] ?? 0) * columns;
    const value = values[place] ?? 0;
    for (let each = 0; each < columns; each += 1) {
      scores[each] = (scores[each] ?? 0) + (weights.values[start + each] ?? 0) * value;
    }
  }
  const errors = softmax(scores);
  errors[column] = (errors[column] ?? 0) - 1;
  return errors;
}

/** One step down, for one row. */
function descend(
  { columns, values, squares }: Weights,
  row: number,
  errors: Float64Array,
  value: number,
): void {
  const start = row * columns;
  for (let each = 0; each < columns; each += 1) {
    const weight = values[start + each] ?? 0;
    const gradient = (errors[each] ?? 0) * value + REGULARISATION * weight;
    const squared = (squares[start + each] ?? 0) + gradient * gradient;
    squares[start + each] = squared;
    values[start + each] = weight - (LEARNING_RATE * gradient) / Math.sqrt(squared + 0.01);
  }
}
