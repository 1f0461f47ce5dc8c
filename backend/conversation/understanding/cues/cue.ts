import type { Intent, Stage } from '../../../contract/vocabulary.ts';

/** A phrase that speaks for an intent wherever it stands in the sentence, in the normalised spelling (`speech-variants.ts`). */
export interface Cue {
  readonly phrase: RegExp;
  /** Where the phrase means this; everywhere when left out. */
  readonly stages?: readonly Stage[];
  /** Negation or context that turns the phrase into something else. */
  readonly unless?: RegExp;
}

export interface IntentCues {
  readonly intent: Intent;
  readonly cues: readonly Cue[];
}

export function cue(phrase: RegExp, conditions: Omit<Cue, 'phrase'> = {}): Cue {
  return { phrase, ...conditions };
}
