import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedNow } from '../../../../backend/handoff/handoff-vocabulary.ts';
import { decideAmong } from '../../../../backend/handoff/routing/campaign-circle.ts';
import { decide } from '../../../../backend/handoff/routing/decision.ts';
import { anyPolicy, anyTeam } from '../../../support/any-team.ts';

const call = {
  urgency: 'connect',
  requestedBy: 'ai',
  made: [],
  madeBefore: [],
  ownerId: null,
  wantedSkills: [],
  familiar: null,
  transferredBy: null,
  asksLeft: 3,
} as const;

describe('whom the call of a campaign is offered to', () => {
  it('is nobody but its agents, and the others are told why', () => {
    fc.assert(
      fc.property(anyTeam, anyPolicy, fc.nat(12), (team, policy, size) => {
        const agentIds = team.slice(0, size).map(({ agentId }) => agentId);

        const { next, verdicts } = decideAmong(agentIds, { ...call, team, policy });

        for (const agentId of askedNow(next)?.agentIds ?? []) expect(agentIds).toContain(agentId);
        const others = team.slice(size).map(({ agentId }) => agentId);
        const left = verdicts.flatMap((verdict) =>
          verdict.outcome === 'passed-over' && verdict.because === 'not-in-campaign' ? [verdict.agentId] : [],
        );
        expect(left).toEqual(others);
        expect(verdicts).toHaveLength(team.length);
      }),
    );
  });

  it('is whoever is best where the call is of no campaign', () => {
    fc.assert(
      fc.property(anyTeam, anyPolicy, (team, policy) => {
        const situation = { ...call, team, policy };

        expect(decideAmong(null, situation)).toEqual(decide(situation));
      }),
    );
  });
});
