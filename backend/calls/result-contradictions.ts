import type { NextAction, RecordResult, ResultProblem } from '../contract/calls.ts';

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

/** Forms know minutes, not seconds. */
const minuteMs = 60_000;

/** What in a result cannot be true, or cannot be done, together with the rest. */
export function contradictionsOf(wanted: RecordResult, known: Known): readonly Contradiction[] {
  const { result, nextAction } = wanted;
  const refused = result === 'rejected';
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
    isPast(nextAction, known) && { path: 'nextAction.at', problem: 'in-the-past' },
  ];
  return contradictions.filter((one) => one !== false);
}

function isPast({ at }: NextAction, { now, planned }: Known): boolean {
  if (at === null || minuteOf(at) === minuteOf(planned?.at ?? null)) return false;
  return new Date(at).getTime() < now.getTime() - minuteMs;
}

function minuteOf(at: string | null): number | null {
  return at === null ? null : Math.floor(new Date(at).getTime() / minuteMs);
}
