import type { AgentFigures } from '../../../backend/contract/figures.ts';
import type { CallResult } from '../../../backend/contract/vocabulary.ts';

/** What is counted of an agent; each has a heading, and a definition of its own. */
export type FigureName =
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'missed'
  | 'withdrawn'
  | 'medianSecondsToAccept'
  | 'calls'
  | 'talkSeconds'
  | 'holdSeconds'
  | 'wrapUpSeconds'
  | CallResult;

export interface FigureColumn {
  readonly name: FigureName;
  readonly kind: 'count' | 'duration' | 'seconds';
  /** Null: there is nothing to work it out from. */
  readonly of: (figures: AgentFigures) => number | null;
}

export const figureColumns: readonly FigureColumn[] = [
  { name: 'offered', kind: 'count', of: ({ offered }) => offered },
  { name: 'accepted', kind: 'count', of: ({ accepted }) => accepted },
  { name: 'declined', kind: 'count', of: ({ declined }) => declined },
  { name: 'missed', kind: 'count', of: ({ missed }) => missed },
  { name: 'withdrawn', kind: 'count', of: ({ withdrawn }) => withdrawn },
  { name: 'medianSecondsToAccept', kind: 'seconds', of: (figures) => figures.medianSecondsToAccept },
  { name: 'calls', kind: 'count', of: ({ calls }) => calls },
  { name: 'talkSeconds', kind: 'duration', of: ({ talkSeconds }) => talkSeconds },
  { name: 'holdSeconds', kind: 'duration', of: ({ holdSeconds }) => holdSeconds },
  { name: 'wrapUpSeconds', kind: 'duration', of: ({ wrapUpSeconds }) => wrapUpSeconds },
  ...(['success', 'absent', 'rejected', 'follow_up', 'failed'] as const).map(
    (result): FigureColumn => ({ name: result, kind: 'count', of: ({ results }) => results[result] }),
  ),
];
