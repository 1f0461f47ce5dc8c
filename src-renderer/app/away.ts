import type { SetAbsence } from '../../backend/contract/agents.ts';
import type { BusyReason } from '../../backend/contract/vocabulary.ts';
import type { Away } from '../platform/desktop.ts';

interface Sitting {
  /** How this computer is now. */
  readonly away: Away;
  /** How the server was last told that it is; null: not yet. */
  readonly told: Away | null;
  /** What the server makes of the agent. */
  readonly busyReason: BusyReason | null;
}

/**
 * What the server has to be told of this computer; null: nothing. Never what the agent chose: a break that began during a call is no
 * business of the computer's.
 */
export function absenceToTell({ away, told, busyReason }: Sitting): SetAbsence | null {
  if (away.kind === 'away') return told === away ? null : { absence: away.reason };
  const thoughtAway = busyReason === 'asleep' || busyReason === 'locked';
  return thoughtAway || told?.kind === 'away' ? { absence: null } : null;
}
