import type { TeamMember } from '../../agents/presence-reader.ts';
import type { PassedOver, RoutingSettings } from '../../contract/routing.ts';

/** What routing knows of an agent at the moment of asking. */
export interface Candidate extends TeamMember {
  /** That the agent is on, or is being asked about. */
  readonly activeCalls: number;
  /** When they were last asked to take any call; null when they never were. */
  readonly lastAskedAt: Date | null;
  /** Within their working hours now, or before the customer is given up. */
  readonly worksInTime: boolean;
}

/** Whether somebody could take a call now. */
export function isFree({ reachability, presence, withinWorkingHours }: TeamMember): boolean {
  return reachability !== 'none' && presence === 'available' && withinWorkingHours;
}

/** Why an agent cannot be asked about any call now; null when they can. */
export function obstacleOf(
  candidate: Candidate,
  telephones: RoutingSettings['telephones'],
): PassedOver | null {
  const { reachability, presence, withinWorkingHours, activeCalls } = candidate;
  if (presence !== 'available') return presence;
  if (reachability === 'none') return 'offline';
  if (!withinWorkingHours) return 'off-hours';
  if (reachability === 'phone' && telephones === 'never') return 'telephone-not-used';
  return activeCalls < concurrencyOf(candidate) ? null : 'full';
}

/** Whether what keeps somebody from being asked is likely to pass while a customer waits. */
export function mayBeFreeSoon(
  { presence, reachability, worksInTime }: Candidate,
  telephones: RoutingSettings['telephones'],
): boolean {
  if (presence === 'offline' || reachability === 'none' || !worksInTime) return false;
  return reachability !== 'phone' || telephones !== 'never';
}

export function hasSkills({ skills }: Pick<TeamMember, 'skills'>, wanted: readonly string[]): boolean {
  return wanted.every((skill) => skills.includes(skill));
}

/** A telephone rings for one call at a time. */
function concurrencyOf({ reachability, concurrency }: Candidate): number {
  return reachability === 'phone' ? 1 : concurrency;
}
