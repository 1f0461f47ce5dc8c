import type { calls, legs, recordings, turns } from '../../../backend/db/schema/calls.ts';
import type { carrierCommands } from '../../../backend/db/schema/journal.ts';
import type { StruckFault } from '../../../backend/simulator/faults/faults.ts';
import type { ObservedLeg, ObservedRecording } from '../../../backend/simulator/observation.ts';
import type { ToldWords } from '../../../backend/simulator/told-words.ts';

export type StoredCall = typeof calls.$inferSelect;
export type StoredLeg = typeof legs.$inferSelect;
export type StoredTurn = typeof turns.$inferSelect;

export interface RecordingFile {
  readonly recordingRef: string;
  /** Whether it is what was written. */
  readonly isIntact: boolean;
}

/** What the product stored of some calls, and what really happened on the lines. */
export interface HeldCalls {
  readonly calls: readonly StoredCall[];
  readonly legs: readonly StoredLeg[];
  readonly turns: readonly StoredTurn[];
  /** What is still to be done at the carrier. */
  readonly openCommands: readonly (typeof carrierCommands.$inferSelect)[];
  readonly recordings: readonly (typeof recordings.$inferSelect)[];
  /** All there are, wherever they belong to. */
  readonly recordingFiles: readonly RecordingFile[];
  readonly observed: readonly ObservedLeg[];
  readonly observedRecordings: readonly ObservedRecording[];
  /** What the carrier told us that customers said. */
  readonly told: readonly ToldWords[];
  readonly struck: readonly StruckFault[];
}

/** The legs of the customer who has this number, whoever rang whom. */
export function linesOf(number: string, { observed }: Pick<HeldCalls, 'observed'>): readonly ObservedLeg[] {
  return observed.filter(({ from, to }) => to === number || from === number);
}

/** A promise that was not kept on one call. */
export interface Violation {
  readonly promise: string;
  /** The customer's number. */
  readonly number: string;
  readonly what: string;
}
