import type { AgentId } from '../../contract/ids.ts';
import type { AskingSituation } from './asking-order.ts';
import { decide, type RoutingDecision } from './decision.ts';

/** The calls of a campaign are for its agents, and for nobody else. Null: the call is not of a campaign. */
export function decideAmong(
  agentIds: readonly AgentId[] | null,
  situation: AskingSituation,
): RoutingDecision {
  if (agentIds === null) return decide(situation);
  const { team } = situation;
  const decision = decide({ ...situation, team: team.filter(({ agentId }) => agentIds.includes(agentId)) });
  const others = team.filter(({ agentId }) => !agentIds.includes(agentId));
  return {
    ...decision,
    verdicts: [
      ...decision.verdicts,
      ...others.map(
        ({ agentId }) => ({ outcome: 'passed-over', agentId, because: 'not-in-campaign' }) as const,
      ),
    ],
  };
}
