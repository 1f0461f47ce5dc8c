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
 * Who is asked, best first (requirements 3.3, 3.4): only whom the softphone reaches, who is available, within working hours and below
 * their concurrency; then by priority, the customer's owner, fewest active calls, longest idle. Equal agents keep their order.
 */
export function rank(candidates: readonly Candidate[], call: RoutedCall): readonly Candidate[] {
  return candidates
    .filter((candidate) => isEligible(candidate) && !call.notAgain.includes(candidate.agentId))
    .toSorted(
      (a, b) =>
        a.priority - b.priority ||
        Number(b.agentId === call.ownerId) - Number(a.agentId === call.ownerId) ||
        a.activeCalls - b.activeCalls ||
        idleTime(a) - idleTime(b),
    );
}

function isEligible(candidate: Candidate): boolean {
  return (
    candidate.reachability === 'softphone' &&
    candidate.presence === 'available' &&
    candidate.withinWorkingHours &&
    candidate.activeCalls < candidate.concurrency
  );
}

/** Those who never had a call have waited longest. */
function idleTime(candidate: Candidate): number {
  return candidate.idleSince?.getTime() ?? 0;
}
