import type { NextAction, RecordResult, ResultProblem } from '../contract/calls.ts';
import { allowsNextAction, isInThePast } from '../contract/next-action-rules.ts';

interface Known {
  readonly now: Date;
  /** What was planned before: what is not changed is not refused because time has passed. */
  readonly planned: NextAction | null;
  /** The number must not be called, whatever this result says. */
  readonly staysBlocked: boolean;
}

export interface Contradiction {
  readonly path: 'result' | 'nextAction.kind' | 'nextAction.at';
  readonly problem: ResultProblem;
}

/** What in a result cannot be true, or cannot be done, together with the rest. */
export function contradictionsOf(wanted: RecordResult, known: Known): readonly Contradiction[] {
  const { result, nextAction } = wanted;
  const refused = !allowsNextAction(result);
  const promises = result === 'success' || result === 'follow_up';
  const contradictions: readonly (Contradiction | false)[] = [
    known.staysBlocked && promises && { path: 'result', problem: 'contradicts-block' },
    refused && nextAction.kind !== 'none' && { path: 'nextAction.kind', problem: 'contradicts-result' },
    known.staysBlocked && !refused && nextAction.kind === 'call-back'
      ? { path: 'nextAction.kind', problem: 'contradicts-block' }
      : false,
    nextAction.kind === 'none' && nextAction.at !== null
      ? { path: 'nextAction.at', problem: 'contradicts-action' }
      : false,
    nextAction.at !== null &&
      isInThePast(nextAction.at, known.now.getTime(), known.planned?.at ?? null) && {
        path: 'nextAction.at',
        problem: 'in-the-past',
      },
  ];
  return contradictions.filter((one) => one !== false);
}
