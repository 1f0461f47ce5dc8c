import type { Intent } from '../../contract/vocabulary.ts';
import type { Classification } from '../understanding/classification.ts';
import { normalise } from '../understanding/normalise.ts';
import { QUESTION_WORDINGS } from './questions.ts';
import { refuses } from './refusal.ts';
import { INTENT_OF_REMARK, type Remark } from './remark.ts';
import { STATEMENT_WORDINGS } from './statements.ts';

const WORDINGS = [...QUESTION_WORDINGS, ...STATEMENT_WORDINGS];

/** Whoever spoke before it has handed the telephone over. */
const TAKEN_OVER = '代わりました';
/** No recorded voice asks this way. */
const ASKS = /(ます|です|でしょう)(か|よね)$/;
/** How sure a remark is. */
const PLAIN = 0.9;

/** What was remarked by the last who spoke, where something was. `takenFor` is the intent that the turn was taken for. */
export function remarkOf(text: string, takenFor: Intent): Remark | null {
  const words = normalise(text);
  if (takenFor === 'machine' && !ASKS.test(words)) return null;
  // Who refuses has refused, whatever else is said.
  if (refuses(words)) return null;
  const last = words.split(TAKEN_OVER).at(-1) ?? words;
  const found = WORDINGS.find(
    ({ says, unless, takenFor: those }) =>
      says.test(last) && unless?.test(last) !== true && those?.includes(takenFor) !== false,
  );
  return found?.remark ?? null;
}

/** What a turn with this remark means. */
export function remarked(remark: Remark): Classification {
  return { intent: INTENT_OF_REMARK[remark], confidence: PLAIN };
}
