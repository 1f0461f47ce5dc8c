import type { AgentId } from '../../contract/ids.ts';
import type { RoutingCriterion, RoutingSettings, RoutingStrategy } from '../../contract/routing.ts';
import { type Candidate, hasSkills, obstacleOf } from './candidate.ts';

export type RoutingPolicy = Pick<RoutingSettings, 'strategy' | 'telephones' | 'ringAll' | 'escalateToAdmins'>;

export interface RoutedCall {
  readonly ownerId: AgentId | null;
  /** Names of the skills without which nobody is asked alone. */
  readonly wantedSkills: readonly string[];
}

/** Those who can be asked, best first (requirements 3.3, 3.4). Equal agents keep their order. */
export function rank(
  candidates: readonly Candidate[],
  call: RoutedCall,
  policy: RoutingPolicy,
): readonly Candidate[] {
  const criteria = criteriaOf(policy);
  return candidates
    .filter((candidate) => obstacleOf(candidate, policy.telephones) === null)
    .toSorted((a, b) => firstDifference(a, b, criteria, call)?.difference ?? 0);
}

/** As `rank`, without those who lack a skill. */
export function rankSkilled(
  candidates: readonly Candidate[],
  call: RoutedCall,
  policy: RoutingPolicy,
): readonly Candidate[] {
  return rank(candidates, call, policy).filter((candidate) => hasSkills(candidate, call.wantedSkills));
}

/** What put `behind` after `before`. */
export function whyBehind(
  before: Candidate,
  behind: Candidate,
  call: RoutedCall,
  policy: RoutingPolicy,
): RoutingCriterion {
  const found = firstDifference(before, behind, criteriaOf(policy), call);
  return found === null ? 'order-of-accounts' : found.criterion;
}

type Compared = Exclude<RoutingCriterion, 'familiar' | 'order-of-accounts'>;

const usual = [
  'priority',
  'owner',
  'app-before-telephone',
  'fewest-calls',
  'longest-idle',
  // Of being asked in vain an agent is not less idle, but interrupted.
  'longest-unasked',
] as const satisfies readonly Compared[];

const firstOf = {
  priority: [],
  'owner-first': ['owner'],
  'longest-idle': ['longest-idle'],
  'round-robin': ['longest-unasked'],
  skills: ['fewest-other-skills'],
} as const satisfies Record<RoutingStrategy, readonly Compared[]>;

function criteriaOf({ strategy, telephones }: RoutingPolicy): readonly Compared[] {
  const overflow = telephones === 'overflow' ? (['app-before-telephone'] as const) : [];
  return [...overflow, ...firstOf[strategy], ...usual];
}

function firstDifference(
  a: Candidate,
  b: Candidate,
  criteria: readonly Compared[],
  call: RoutedCall,
): { readonly criterion: Compared; readonly difference: number } | null {
  for (const criterion of criteria) {
    const difference = measures[criterion](a, call) - measures[criterion](b, call);
    if (difference !== 0) return { criterion, difference };
  }
  return null;
}

/** Of each criterion the least comes first. */
const measures: Readonly<Record<Compared, (candidate: Candidate, call: RoutedCall) => number>> = {
  priority: ({ priority }) => priority,
  owner: ({ agentId }, { ownerId }) => Number(agentId !== ownerId),
  'app-before-telephone': ({ reachability }) => Number(reachability === 'phone'),
  'fewest-calls': ({ activeCalls }) => activeCalls,
  // Those who never had a call have waited longest.
  'longest-idle': ({ idleSince }) => idleSince?.getTime() ?? 0,
  'longest-unasked': ({ lastAskedAt }) => lastAskedAt?.getTime() ?? 0,
  'fewest-other-skills': ({ skills }, { wantedSkills }) =>
    skills.filter((skill) => !wantedSkills.includes(skill)).length,
};
