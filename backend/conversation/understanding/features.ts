import type { Intent, Stage } from '../../contract/vocabulary.ts';
import { ALL_CUES } from './cues/all-cues.ts';
import type { Cue } from './cues/cue.ts';

/** What the model sees of a turn: named features with their values. */
export type Features = ReadonlyMap<string, number>;

const LONGEST_GRAM = 4;
/** A long sentence has many n-grams, and must not shout down its cues. */
const GRAMS_IN_ALL = 1;
const CUE = 1.2;
const CUE_AT_STAGE = 0.4;
const STAGE = 0.5;

/** The features of normalised words, said at a stage. */
export function featuresOf(words: string, stage: Stage): Features {
  const grams = gramsOf(`^${words}$`);
  const weight = GRAMS_IN_ALL / Math.sqrt(Math.max(1, grams.size));
  const cues = cuedIntents(words, stage);
  return new Map([
    ...[...grams].map((gram) => [gram, weight] as const),
    ...cues.map((intent) => [cueFeature(intent), CUE] as const),
    ...cues.map((intent) => [`${cueFeature(intent)}@${stage}`, CUE_AT_STAGE] as const),
    [`stage:${stage}`, STAGE],
  ]);
}

/** Cues are few and telling: training hides them at times, so that the n-grams learn to stand alone. */
export function isCueFeature(feature: string): boolean {
  return feature.startsWith('cue:');
}

function cueFeature(intent: Intent): string {
  return `cue:${intent}`;
}

function gramsOf(text: string): ReadonlySet<string> {
  const letters = [...text];
  const grams = new Set<string>();
  for (let length = 1; length <= LONGEST_GRAM; length += 1) {
    for (let start = 0; start + length <= letters.length; start += 1) {
      grams.add(letters.slice(start, start + length).join(''));
    }
  }
  return grams;
}

function cuedIntents(words: string, stage: Stage): readonly Intent[] {
  return ALL_CUES.filter(({ cues }) => cues.some((each) => speaks(each, words, stage))).map(
    ({ intent }) => intent,
  );
}

function speaks({ phrase, stages, unless }: Cue, words: string, stage: Stage): boolean {
  return (stages?.includes(stage) ?? true) && phrase.test(words) && !(unless?.test(words) ?? false);
}
