import type { OfferStatus } from '../../contract/handoffs.ts';
import type {
  PassedOver,
  RoutingCriterion,
  RoutingStrategy,
  RoutingVerdict,
} from '../../contract/routing.ts';
import type { Asking, WhomNext } from '../handoff-vocabulary.ts';
import { type AskingSituation, circleOf, isSomebodyAwaited, whomToAsk } from './asking-order.ts';
import { type Candidate, hasSkills, obstacleOf } from './candidate.ts';
import { rank, whyBehind } from './order.ts';

/** Whom to ask next, and of everybody why they are, or are not. */
export interface RoutingDecision {
  readonly next: WhomNext;
  readonly strategy: RoutingStrategy;
  readonly verdicts: readonly RoutingVerdict[];
}

/** Pure: the same situation gets the same answer, and its reasons are those that were weighed. */
export function decide(situation: AskingSituation): RoutingDecision {
  const asking = whomToAsk(situation);
  const { team, policy } = situation;
  const isAsked = ({ agentId }: Candidate) => asking?.agentIds.includes(agentId) === true;
  const reasons = new Map(team.map((member) => [member, reasonAgainst(member, situation)]));
  const waiting = team.filter((member) => !isAsked(member) && reasons.get(member) === null);
  const asked = asking?.agentIds.flatMap((id) => team.filter(({ agentId }) => agentId === id)) ?? [];
  const inLine = [...asked, ...rank(waiting, situation, policy)];
  return {
    next: asking ?? (isSomebodyAwaited(situation) ? 'later' : null),
    strategy: policy.strategy,
    verdicts: [
      ...inLine.map((member, index): RoutingVerdict => {
        const before = inLine[index - 1];
        return {
          outcome: isAsked(member) ? 'asked' : 'waiting',
          agentId: member.agentId,
          rank: index + 1,
          behindBy: before === undefined ? null : behindBy(before, member, asking, situation),
        };
      }),
      ...team
        .filter((member) => !inLine.includes(member))
        .map(
          (member): RoutingVerdict => ({
            outcome: 'passed-over',
            agentId: member.agentId,
            because: reasons.get(member) ?? 'admins-later',
          }),
        ),
    ],
  };
}

function behindBy(
  before: Candidate,
  member: Candidate,
  asking: Asking | null,
  situation: AskingSituation,
): RoutingCriterion {
  const cameFirst = before.agentId === situation.familiar || asking?.step === 'return';
  if (cameFirst && asking?.agentIds[0] === before.agentId) return 'familiar';
  return whyBehind(before, member, situation, situation.policy);
}

/** Of several reasons the one that is nearest to the agent: what they are doing, what they answered, what they lack, whose turn it is. */
function reasonAgainst(member: Candidate, situation: AskingSituation): PassedOver | null {
  const { policy, urgency, requestedBy, wantedSkills } = situation;
  const obstacle = obstacleOf(member, policy.telephones);
  const answer = answerOf(member, situation);
  // Who is waited for in vain counts as being on the call until they are let go.
  if (obstacle === 'on-call' && answer === 'did-not-arrive') return answer;
  if (obstacle !== null || answer !== null) return obstacle ?? answer;
  if (urgency === 'prepare' && requestedBy === 'agent') return 'not-named';
  if (!hasSkills(member, wantedSkills)) return 'skill-missing';
  if (member.role === 'agent') return null;
  return circleOf(situation).includes(member) ? 'admins-later' : 'admins-not-asked';
}

function answerOf({ agentId }: Candidate, { made, madeBefore }: AskingSituation): PassedOver | null {
  const last = [...madeBefore, ...made].findLast((offer) => offer.agentId === agentId);
  return last === undefined ? null : answers[last.status];
}

const answers = {
  open: 'being-asked',
  accepted: 'did-not-arrive',
  declined: 'declined',
  expired: 'let-pass',
  withdrawn: 'withdrawn',
} as const satisfies Record<OfferStatus, PassedOver>;
