import type { Intent } from '../../../contract/vocabulary.ts';
import { featuresOf } from '../features.ts';
import type { IntentModel } from '../intent-model.ts';
import { normalise } from '../normalise.ts';
import { calibrationFactor, scaled } from './calibration.ts';
import type { Utterance } from './corpus.ts';
import { createLearner, type Example } from './learner.ts';
import { createRandomness, type Randomness, shuffled } from './randomness.ts';
import { disturb } from './speech-noise.ts';
import { splitByFamily } from './split.ts';

export interface TrainedModel {
  readonly model: IntentModel;
  readonly features: readonly string[];
}

const EPOCHS = 10;
/** Before it, the weights still move too much to be averaged. */
const FIRST_AVERAGED_EPOCH = 4;
/** An n-gram that occurs in fewer utterances says more about the corpus than about the language. */
const FEWEST_OCCURRENCES = 3;
/** How often the cues of an utterance are hidden. */
const CUE_DROPOUT = 0.35;
const NOISY_COPIES = 4;

/** Learns from a fifth less to find out how far its confidence can be trusted, and then from all. The same corpus gives the same model. */
export function trainModel(corpus: readonly Utterance[], seed = 20_261_122): TrainedModel {
  const { training, test } = splitByFamily(corpus, 'calibration');
  const features = frequentFeatures(corpus);
  const random = createRandomness(seed);
  const unseen = test.flatMap((utterance) => examplesOf(utterance, 1, random));
  const factor = calibrationFactor(learnFrom(training, frequentFeatures(training), seed), unseen);
  return { model: scaled(learnFrom(corpus, features, seed), factor), features };
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

function learnFrom(corpus: readonly Utterance[], features: readonly string[], seed: number): IntentModel {
  const random = createRandomness(seed);
  const intents: readonly Intent[] = [...new Set(corpus.map(({ intent }) => intent))].sort();
  const learner = createLearner(intents, features);
  const lessons = corpus.flatMap((utterance) =>
    examplesOf(utterance, NOISY_COPIES, random).map((example) => learner.lessonOf(example)),
  );
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const lesson of shuffled(lessons, random)) {
      learner.learn(lesson, random() < CUE_DROPOUT ? 'hidden' : 'shown');
    }
    if (epoch >= FIRST_AVERAGED_EPOCH) learner.takeIntoAverage();
  }
  return learner.average();
}

/** The utterance as it stands, and as a bad line would have delivered it. */
function examplesOf({ text, stage, intent }: Utterance, noisyCopies: number, random: Randomness): Example[] {
  const texts = [text, ...Array.from({ length: noisyCopies }, () => disturb(text, random))];
  return texts.map((each) => ({ features: featuresOf(normalise(each), stage), intent }));
}
