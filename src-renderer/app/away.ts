import type { AgentStatus, SetStatus } from '../../backend/contract/agents.ts';
import type { BusyReason } from '../../backend/contract/vocabulary.ts';
import type { Away } from '../platform/desktop.ts';

/** What the server is told when the agent leaves the computer; null where they chose a break, or the end of the day, themselves. */
export function statusOnLeaving(away: Away, { presence }: AgentStatus): SetStatus | null {
  if (away.kind === 'present' || presence === 'busy' || presence === 'offline') return null;
  return { presence: 'busy', reason: away.reason };
}

/** What the server is told while an agent whom a computer has called away sits at this one; null where there is nothing to correct. */
export function statusOnReturn(away: Away, busyReason: BusyReason | null): SetStatus | null {
  const calledAway = busyReason === 'asleep' || busyReason === 'locked';
  return away.kind === 'present' && calledAway ? { presence: 'available' } : null;
}
