import type { Intent } from '../../../contract/vocabulary.ts';
import { type Features, featuresOf, isCueFeature } from '../features.ts';
import { type IntentModel, scores, softmax } from '../intent-model.ts';
import { normalise } from '../normalise.ts';
import type { Utterance } from './corpus.ts';
import { createRandomness, type Randomness, shuffled } from './randomness.ts';
import { disturb } from './speech-noise.ts';

export interface TrainedModel {
  readonly model: IntentModel;
  readonly features: readonly string[];
}

interface Example {
  readonly features: Features;
  readonly intent: Intent;
}

const EPOCHS = 25;
const LEARNING_RATE = 0.3;
const REGULARISATION = 3e-4;
/** An n-gram that occurs in fewer utterances says more about the corpus than about the language. */
const FEWEST_OCCURRENCES = 3;
/** How often the cues of an utterance are hidden. */
const CUE_DROPOUT = 0.5;
const NOISY_COPIES = 2;

/** Multinomial logistic regression by AdaGrad. The same corpus gives the same model. */
export function trainModel(corpus: readonly Utterance[], seed = 20_261_122): TrainedModel {
  const random = createRandomness(seed);
  const intents = [...new Set(corpus.map(({ intent }) => intent))].sort();
  const features = frequentFeatures(corpus);
  const learner = createLearner(intents, features);
  const examples = corpus.flatMap((utterance) => examplesOf(utterance, learner.knows, random));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffled(examples, random)) learner.learn(hideCues(example, random));
  }
  return { model: learner.model, features };
}

/** The features that a model of the corpus has weights for. */
export function frequentFeatures(corpus: readonly Utterance[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, stage } of corpus) {
    for (const feature of featuresOf(normalise(text), stage).keys()) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= FEWEST_OCCURRENCES).map(([feature]) => feature);
}

function examplesOf(
  { text, stage, intent }: Utterance,
  knows: (feature: string) => boolean,
  random: Randomness,
): Example[] {
  const texts = [text, ...Array.from({ length: NOISY_COPIES }, () => disturb(text, random))];
  return texts.map((each) => {
    const features = [...featuresOf(normalise(each), stage)].filter(([feature]) => knows(feature));
    return { features: new Map(features), intent };
  });
}

function hideCues(example: Example, random: Randomness): Example {
  if (random() >= CUE_DROPOUT) return example;
  const bare = [...example.features].filter(([feature]) => !isCueFeature(feature));
  return { ...example, features: new Map(bare) };
}

function createLearner(intents: readonly Intent[], features: readonly string[]) {
  const zeros = () => new Float64Array(intents.length);
  const weights = new Map(features.map((feature) => [feature, zeros()]));
  const squares = new Map(features.map((feature) => [feature, zeros()]));
  const model: IntentModel = { intents, weightsOf: (feature) => weights.get(feature) ?? null };

  function learn({ features: seen, intent }: Example): void {
    const errors = softmax(scores(model, seen));
    const column = intents.indexOf(intent);
    errors[column] = (errors[column] ?? 0) - 1;
    for (const [feature, value] of seen) {
      const row = weights.get(feature);
      const squared = squares.get(feature);
      if (row !== undefined && squared !== undefined) descend(row, squared, errors, value);
    }
  }

  return { model, learn, knows: (feature: string) => weights.has(feature) };
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
