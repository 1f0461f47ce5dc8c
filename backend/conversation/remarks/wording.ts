import type { Intent } from '../../contract/vocabulary.ts';
import type { Remark } from './remark.ts';

/** One way of saying something, in the normalised spelling, and somebody who says it so. */
interface Phrase {
  readonly says: RegExp;
  readonly example: string;
}

/** The ways in which a remark is made, and what must not stand beside any of them. */
export interface RemarkWording {
  readonly remark: Remark;
  readonly phrases: readonly Phrase[];
  readonly unless?: RegExp;
  /** Counts only where the turn was taken for one of these; when left out, for all but a recorded voice and a refusal. */
  readonly takenFor?: readonly Intent[];
}

/** Whether words make the remark in a turn that was taken for this. */
export function isWorded(
  { phrases, unless, takenFor }: RemarkWording,
  words: string,
  intent: Intent,
): boolean {
  const mayCount = takenFor === undefined ? !NEVER_A_REMARK.has(intent) : takenFor.includes(intent);
  return mayCount && unless?.test(words) !== true && phrases.some(({ says }) => says.test(words));
}

/** Who refuses has refused, whatever else is said. */
const NEVER_A_REMARK: ReadonlySet<Intent> = new Set(['machine', 'do_not_call', 'rejection']);
