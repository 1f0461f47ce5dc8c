import type { Intent } from '../../contract/vocabulary.ts';
import type { Remark } from './remark.ts';

/** How a remark is worded, in the normalised spelling, and what must not stand beside it. */
export interface Wording {
  readonly remark: Remark;
  readonly says: RegExp;
  readonly unless?: RegExp;
  /** Counts only where the turn was taken for one of these; for anything but a recorded voice when left out. */
  readonly takenFor?: readonly Intent[];
}
