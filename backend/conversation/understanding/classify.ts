import type { Stage } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';
import { featuresOf } from './features.ts';
import storedModel from './intent-model.json' with { type: 'json' };
import { rankIntents } from './intent-model.ts';
import { machineKind } from './machine-kind.ts';
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
const POLITE_START =
  /^(はい|ええ|あ|もしもし|どうも|お待たせしました|お待たせいたしました|お電話代わりました)+/;

/** The intent of one customer's turn, as speech recognition wrote it. Deterministic, offline, well under two milliseconds. */
export function classify(text: string, { stage, person }: UtteranceContext): Classification {
  const words = normalise(text);
  if (person !== null && introducesAs(surnameOf(person), words)) {
    return { intent: 'person_on_line', confidence: CERTAINLY_THE_PERSON };
  }
  const [best] = rankIntents(MODEL, featuresOf(words, stage));
  if (best === undefined) throw new Error('the model knows no intents');
  const { intent, confidence } = best;
  return intent === 'machine' ? { intent, kind: machineKind(words), confidence } : { intent, confidence };
}

function surnameOf(person: string): string {
  return normalise(person.trim().split(/\s/)[0] ?? person);
}

function introducesAs(surname: string, words: string): boolean {
  const said = words.replace(POLITE_START, '');
  return (
    said.startsWith(surname) && /^(です|でございます|と申し|だけど|本人)/.test(said.slice(surname.length))
  );
}
