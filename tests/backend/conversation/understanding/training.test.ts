import { describe, expect, it } from 'vitest';
import { intentSchema, type Stage } from '../../../../backend/contract/vocabulary.ts';
import { featuresOf } from '../../../../backend/conversation/understanding/features.ts';
import storedModel from '../../../../backend/conversation/understanding/intent-model.json' with {
  type: 'json',
};
import {
  type IntentModel,
  rankIntents,
} from '../../../../backend/conversation/understanding/intent-model.ts';
import { normalise } from '../../../../backend/conversation/understanding/normalise.ts';
import { packModel, unpackModel } from '../../../../backend/conversation/understanding/stored-model.ts';
import { readCorpus } from '../../../../backend/conversation/understanding/training/corpus.ts';
import { createRandomness } from '../../../../backend/conversation/understanding/training/randomness.ts';
import { disturb } from '../../../../backend/conversation/understanding/training/speech-noise.ts';
import {
  frequentFeatures,
  trainModel,
} from '../../../../backend/conversation/understanding/training/train-model.ts';

const corpus = readCorpus();
const small = corpus.filter((_, index) => index % 12 === 0);

function best(model: IntentModel, text: string, stage: Stage): string | undefined {
  return rankIntents(model, featuresOf(normalise(text), stage))[0]?.intent;
}

/** The part of the pairs of neighbouring letters that two utterances share. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / (one.size + other.size - shared);
}

function letterPairs(text: string): ReadonlySet<string> {
  const letters = [...`^${normalise(text)}$`];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

describe('the corpus', () => {
  it('has near-copies with the same meaning in one family, which is not split', () => {
    const utterances = corpus.map((utterance) => ({ ...utterance, pairs: letterPairs(utterance.text) }));
    const byIntent = intentSchema.options.map((one) => utterances.filter(({ intent }) => intent === one));

    const apart = byIntent.flatMap((alike) =>
      alike.flatMap((one, index) =>
        alike
          .slice(index + 1)
          .filter((other) => one.family !== other.family && likeness(one.pairs, other.pairs) >= 0.7)
          .map((other) => [one.text, other.text]),
      ),
    );

    expect(apart).toEqual([]);
  });

  it('has at least eighty utterances of each intent', () => {
    const counts = intentSchema.options.map(
      (intent) => [intent, corpus.filter((utterance) => utterance.intent === intent).length] as const,
    );

    expect(counts.filter(([, count]) => count < 80)).toEqual([]);
  });

  it('says nothing twice with two meanings', () => {
    const meanings = new Map<string, string>();
    const contradictions = corpus.filter(({ text, stage, intent }) => {
      const key = `${stage} ${normalise(text)}`;
      const known = meanings.get(key) ?? intent;
      meanings.set(key, intent);
      return known !== intent;
    });

    expect(contradictions).toEqual([]);
  });
});

describe('the stored model', () => {
  it('was trained on the corpus as it is now; else run `npm run train:intents`', () => {
    expect(storedModel.features.split('\n')).toEqual(frequentFeatures(corpus));
  });
});

describe('trainModel', { timeout: 30_000 }, () => {
  it('gives the same model for the same corpus', () => {
    const [first, second] = [trainModel(small), trainModel(small)].map(({ model, features }) =>
      packModel(model, features),
    );

    expect(first).toEqual(second);
  });

  it('survives being packed into bytes', () => {
    const { model, features } = trainModel(small);
    const unpacked = unpackModel(packModel(model, features));

    const same = small.filter(({ text, stage }) => best(model, text, stage) === best(unpacked, text, stage));

    expect(same.length / small.length).toBeGreaterThan(0.98);
  });
});

describe('disturb', () => {
  it('changes most sentences, and leaves short answers alone', () => {
    const random = createRandomness(1);
    const disturbed = corpus.filter(({ text }) => disturb(text, random) !== text);

    expect(disturbed.length / corpus.length).toBeGreaterThan(0.8);
    expect(disturb('はい', random)).toBe('はい');
  });
});
