import type { Intent } from '../../contract/vocabulary.ts';
import { wordsOfLastSpeaker } from '../understanding/last-speaker.ts';
import { QUESTION_WORDINGS } from './questions.ts';
import type { Remark } from './remark.ts';
import { STATEMENT_WORDINGS } from './statements.ts';
import { WHOM_WORDINGS } from './whom-they-fetch.ts';
import { isWorded } from './wording.ts';

export const WORDINGS = [...QUESTION_WORDINGS, ...WHOM_WORDINGS, ...STATEMENT_WORDINGS];

/** What was remarked, in normalised words, by the last who spoke, where something was. `takenFor` is the intent that the turn was taken for. */
export function remarkOf(words: string, takenFor: Intent): Remark | null {
  const last = wordsOfLastSpeaker(words);
  return WORDINGS.find((wording) => isWorded(wording, last, takenFor))?.remark ?? null;
}
