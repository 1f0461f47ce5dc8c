import { classify, classifyBy } from '../understanding/classify.ts';
import type { IntentModel } from '../understanding/intent-model.ts';
import { wordsOfLastSpeaker } from '../understanding/last-speaker.ts';
import { normalise } from '../understanding/normalise.ts';
import type { Utterance } from '../understanding/training/corpus.ts';
import { createRandomness } from '../understanding/training/randomness.ts';
import { disturb } from '../understanding/training/speech-noise.ts';
import { splitByFamily } from '../understanding/training/split.ts';
import { trainModel } from '../understanding/training/train-model.ts';
import type { Labelled } from './labelled.ts';
import type { Judged } from './score.ts';

/** How a model does on a part of the corpus that it has not learned from, as it stands and on a bad line. */
export interface OwnSplit {
  readonly clean: readonly Judged[];
  readonly disturbed: readonly Judged[];
}

const NOISE_SEED = 7;
/** One reading alone is a matter of luck. */
const NOISY_READINGS = 3;

/** Learns from four fifths of the corpus, and judges the last fifth. Takes some seconds. */
export function judgeOwnSplit(corpus: readonly Utterance[]): OwnSplit {
  const { training, test } = splitByFamily(corpus);
  const { model } = trainModel(training);
  const random = createRandomness(NOISE_SEED);
  const noisy = Array.from({ length: NOISY_READINGS }, () => test)
    .flat()
    .map((utterance) => ({ ...utterance, text: disturb(utterance.text, random) }));
  return { clean: judge(model, test), disturbed: judge(model, noisy) };
}

/** How the classifier does as it is used. */
export function judgeStoredModel(utterances: readonly Labelled[]): readonly Judged[] {
  return utterances.map(({ stage, text, intent: expected }) => {
    const { intent, confidence } = classify(text, { stage, person: null });
    return { stage, text, expected, got: { intent, confidence } };
  });
}

function judge(model: IntentModel, utterances: readonly Labelled[]): readonly Judged[] {
  return utterances.map(({ stage, text, intent: expected }) => {
    const { intent, confidence } = classifyBy(model, wordsOfLastSpeaker(normalise(text)), stage);
    return { stage, text, expected, got: { intent, confidence } };
  });
}
