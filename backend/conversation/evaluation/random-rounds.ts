import { type Intent, intentSchema } from '../../contract/vocabulary.ts';
import { WORDINGS } from '../remarks/remark-of.ts';
import type { Notice } from '../turn-input.ts';
import type { Utterance } from '../understanding/training/corpus.ts';
import { pick, type Randomness, shuffled } from '../understanding/training/randomness.ts';
import { disturb } from '../understanding/training/speech-noise.ts';

/** What happens in one round of listening. */
export type Happening =
  | { readonly type: 'speech'; readonly text: string }
  | { readonly type: 'keys'; readonly digits: string }
  | { readonly type: 'silence' }
  | { readonly type: 'notice'; readonly notice: Exclude<Notice, 'handoff-failed'> };

export interface Round {
  readonly happening: Happening;
  /** Of the speech recognition. */
  readonly confidence: number;
  /** How long the round lasts. */
  readonly seconds: number;
}

const REFUSALS: ReadonlySet<Intent> = new Set(['rejection', 'do_not_call']);
const REMARKS = WORDINGS.flatMap(({ phrases }) => phrases.map(({ example }) => example));
const NOTICES = ['standby-ready', 'standby-lost', 'machine-detected'] as const;
const GIBBERISH = 'あいうえおかきくけこ0123abc{}「」。 ';
/** A customer who says anything at all ends the call within a few turns; one who says few things, over and over, does not. */
const MOST_INTENTS = 4;

/** The rounds of one call by a customer of random habits, more than any limit allows. */
export function randomRounds(
  corpus: readonly Utterance[],
  count: number,
  random: Randomness,
): readonly Round[] {
  const habits = shuffled(intentSchema.options, random).slice(0, 1 + Math.floor(random() * MOST_INTENTS));
  const usual = corpus.filter(({ intent }) => habits.includes(intent));
  const refusals = corpus.filter(({ intent }) => REFUSALS.has(intent));
  return Array.from({ length: count }, () => ({
    happening:
      random() < 0.03
        ? refusalBesideRemark(refusals, random)
        : happeningOf(random() < 0.95 ? usual : corpus, random),
    confidence: random(),
    seconds: 2 + Math.floor(random() * 14),
  }));
}

function happeningOf(utterances: readonly Utterance[], random: Randomness): Happening {
  const chance = random();
  if (chance < 0.6) return { type: 'speech', text: pick(utterances, random).text };
  if (chance < 0.75) return { type: 'speech', text: disturb(pick(utterances, random).text, random) };
  if (chance < 0.9) return { type: 'silence' };
  if (chance < 0.95) return { type: 'notice', notice: pick(NOTICES, random) };
  if (chance < 0.97) return { type: 'keys', digits: String(Math.floor(random() * 10)) };
  return { type: 'speech', text: gibberish(random) };
}

/** 「どこで番号を知ったんですか」, and in the same breath a refusal. */
function refusalBesideRemark(refusals: readonly Utterance[], random: Randomness): Happening {
  return { type: 'speech', text: pick(REMARKS, random) + pick(refusals, random).text };
}

function gibberish(random: Randomness): string {
  const letters = [...GIBBERISH];
  return Array.from({ length: Math.floor(random() * 20) }, () => pick(letters, random)).join('');
}
