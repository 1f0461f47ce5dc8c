import type { Away } from '../ipc/contract/shown.ts';

export type PowerEvent = 'fell-asleep' | 'woke' | 'locked' | 'unlocked';
export type AwayReason = Extract<Away, { kind: 'away' }>['reason'];

/** Why nobody sits at the computer, as far as it can tell: it is often locked when it falls asleep, and still locked when it wakes. */
export type AwayReasons = ReadonlySet<AwayReason>;

export function transitionAway(reasons: AwayReasons, event: PowerEvent): AwayReasons {
  switch (event) {
    case 'fell-asleep':
      return new Set([...reasons, 'asleep']);
    case 'woke':
      return without(reasons, 'asleep');
    case 'locked':
      return new Set([...reasons, 'locked']);
    case 'unlocked':
      return without(reasons, 'locked');
  }
}

/** What that means for the agent: being locked counts only where the agent wants that. */
export function awayOf(reasons: AwayReasons, lockCounts: boolean): Away {
  if (reasons.has('asleep')) return { kind: 'away', reason: 'asleep' };
  return reasons.has('locked') && lockCounts ? { kind: 'away', reason: 'locked' } : { kind: 'present' };
}

function without(reasons: AwayReasons, gone: AwayReason): AwayReasons {
  return new Set([...reasons].filter((reason) => reason !== gone));
}
