import type { Stage } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';
import { withoutGuessedEnding } from './cut-words.ts';
import { withoutDeniedRefusal } from './denied-refusal.ts';
import { featuresOf } from './features.ts';
import storedModel from './intent-model.json' with { type: 'json' };
import { type IntentModel, rankIntents } from './intent-model.ts';
import { isKnownPerson } from './known-person.ts';
import { wordsOfLastSpeaker } from './last-speaker.ts';
import { asksForLanguage, machineKind } from './machine-kind.ts';
import { normalise } from './normalise.ts';
import { storedModelSchema, unpackModel } from './stored-model.ts';

/** What the same words can mean depends on when they are said, and by whom. */
export interface UtteranceContext {
  readonly stage: Stage;
  /** The person in charge, where we know the name: 「山田です」 is them. */
  readonly person: string | null;
}

const MODEL = unpackModel(storedModelSchema.parse(storedModel));
/** Somebody who gives exactly the name we are asking for. */
const CERTAINLY_THE_PERSON = 0.95;

/** The intent of one customer's turn, as speech recognition wrote it. Deterministic, offline, well under two milliseconds. */
export function classify(text: string, { stage, person }: UtteranceContext): Classification {
  const words = wordsOfLastSpeaker(normalise(text));
  const classification = classifyBy(MODEL, words, stage);
  return person !== null && isKnownPerson(person, words, classification.intent)
    ? { intent: 'person_on_line', confidence: CERTAINLY_THE_PERSON }
    : classification;
}

/** What a model makes of normalised words, where nobody is known by name. */
export function classifyBy(model: IntentModel, words: string, stage: Stage): Classification {
  const [best] = rankIntents(model, featuresOf(words, stage));
  if (best === undefined) throw new Error('the model knows no intents');
  const { intent, confidence } = best;
  if (intent === 'machine' || asksForLanguage(words)) {
    return { intent: 'machine', kind: machineKind(words), confidence };
  }
  return withoutGuessedEnding(withoutDeniedRefusal({ intent, confidence }, words, stage), words, stage);
}
