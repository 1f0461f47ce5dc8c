import type { Intent, Stage } from '../../contract/vocabulary.ts';
import { ALL_CUES } from './cues/all-cues.ts';
import type { Cue } from './cues/cue.ts';

/** What the model sees of a turn: named features with their values. */
export type Features = ReadonlyMap<string, number>;

const LONGEST_GRAM = 4;
/** A long sentence has many n-grams, and must not shout down its cues. */
const GRAMS_IN_ALL = 1.5;
/** The end of a Japanese sentence says what becomes of its beginning, so its n-grams count for themselves, too. */
const ENDING_LENGTH = 10;
const ENDING_IN_ALL = 0.3;
const CUE = 1.2;
const CUE_AT_STAGE = 0.4;
const STAGE = 0.5;

/** The features of normalised words, said at a stage. */
export function featuresOf(words: string, stage: Stage): Features {
  const ending = [...words].slice(-ENDING_LENGTH).join('');
  const cues = cuedIntents(words, stage);
  return new Map([
    ...weighted(gramsOf(`^${words}$`, 1), GRAMS_IN_ALL),
    ...weighted(gramsOf(`${ending}$`, 2).map(endingFeature), ENDING_IN_ALL),
    ...cues.map((intent) => [cueFeature(intent), CUE] as const),
    ...cues.map((intent) => [`${cueFeature(intent)}@${stage}`, CUE_AT_STAGE] as const),
    [`stage:${stage}`, STAGE],
  ]);
}

/** The intents for which a phrase of theirs speaks in normalised words. */
export function cuedIntents(words: string, stage: Stage): readonly Intent[] {
  return ALL_CUES.filter(({ cues }) => cues.some((each) => speaks(each, words, stage))).map(
    ({ intent }) => intent,
  );
}

/** Cues are few and telling: training hides them at times, so that the n-grams learn to stand alone. */
export function isCueFeature(feature: string): boolean {
  return feature.startsWith('cue:');
}

function cueFeature(intent: Intent): string {
  return `cue:${intent}`;
}

function endingFeature(gram: string): string {
  return `end:${gram}`;
}

/** Features of one kind, which weigh the same however many they are. */
function weighted(features: readonly string[], inAll: number): readonly (readonly [string, number])[] {
  const weight = inAll / Math.sqrt(Math.max(1, features.length));
  return features.map((feature) => [feature, weight]);
}

function gramsOf(text: string, shortest: number): readonly string[] {
  const letters = [...text];
  const grams = new Set<string>();
  for (let length = shortest; length <= LONGEST_GRAM; length += 1) {
    for (let start = 0; start + length <= letters.length; start += 1) {
      grams.add(letters.slice(start, start + length).join(''));
    }
  }
  return [...grams];
}

function speaks({ phrase, stages, unless }: Cue, words: string, stage: Stage): boolean {
  return (stages?.includes(stage) ?? true) && phrase.test(words) && !(unless?.test(words) ?? false);
}
