import type { TeamMember } from '../agents/presence-reader.ts';
import type { AgentId } from '../contract/ids.ts';

/** What routing knows of an agent at the moment of asking. */
export interface Candidate extends TeamMember {
  /** That the agent is on, or is being asked about. */
  readonly activeCalls: number;
}

export interface RoutedCall {
  readonly ownerId: AgentId | null;
  /** Already asked in this round, or already failed to arrive. */
  readonly notAgain: readonly AgentId[];
}

/**
 * Who is asked, best first (requirements 3.3, 3.4): only who can be reached, is available, within working hours and below their
 * concurrency; then by priority, the customer's owner, the app before the slower telephone, fewest active calls, longest idle. Equal agents
 * keep their order.
 */
export function rank(candidates: readonly Candidate[], call: RoutedCall): readonly Candidate[] {
  return candidates
    .filter((candidate) => isEligible(candidate) && !call.notAgain.includes(candidate.agentId))
    .toSorted(
      (a, b) =>
        a.priority - b.priority ||
        Number(b.agentId === call.ownerId) - Number(a.agentId === call.ownerId) ||
        Number(a.reachability === 'phone') - Number(b.reachability === 'phone') ||
        a.activeCalls - b.activeCalls ||
        idleTime(a) - idleTime(b),
    );
}

/** Whether somebody could take a call now. */
export function isFree({ reachability, presence, withinWorkingHours }: TeamMember): boolean {
  return reachability !== 'none' && presence === 'available' && withinWorkingHours;
}

function isEligible(candidate: Candidate): boolean {
  return isFree(candidate) && candidate.activeCalls < concurrencyOf(candidate);
}

/** A telephone rings for one call at a time. */
function concurrencyOf({ reachability, concurrency }: Candidate): number {
  return reachability === 'phone' ? 1 : concurrency;
}

/** Those who never had a call have waited longest. */
function idleTime(candidate: Candidate): number {
  return candidate.idleSince?.getTime() ?? 0;
}
