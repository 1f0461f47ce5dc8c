import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgentId, agentIdSchema } from '../../../../backend/contract/ids.ts';
import { type RoutingStrategy, routingStrategySchema } from '../../../../backend/contract/routing.ts';
import { askedNow } from '../../../../backend/handoff/handoff-vocabulary.ts';
import type { Candidate } from '../../../../backend/handoff/routing/candidate.ts';
import { decide } from '../../../../backend/handoff/routing/decision.ts';
import { anyRequest } from '../../../support/any-team.ts';
import { playRequest } from '../../../support/played-request.ts';
import { usualPolicy } from '../../../support/routing.ts';
import { brokenPromises } from '../../../support/routing-promises.ts';

describe('a request in any team', () => {
  it('asks only whom it may, in turn, has one claim, ends in time, and explains itself', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(brokenPromises(request, playRequest(request))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('equal agents', () => {
  it.each(routingStrategySchema.options)('are all asked within as many calls as they are: %s', (strategy) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 30, maxLength: 60 }),
        (size, calls) => {
          const lastAsked = playCalls(strategy, size, calls);

          expect(Math.max(...lastAsked.waits)).toBeLessThanOrEqual(size);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('equal agents who are asked in vain', () => {
  it.each(routingStrategySchema.options)('are interrupted in turn: %s', (strategy) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 40 }), (size, requests) => {
        const asked = playInVain(strategy, size, requests);

        for (let first = 0; first + size <= asked.length; first += 1) {
          expect(new Set(asked.slice(first, first + size)).size).toBe(size);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Requests one after the other, of which nothing comes once somebody was asked. Who was. */
function playInVain(strategy: RoutingStrategy, size: number, requests: number): AgentId[] {
  let team: readonly Candidate[] = Array.from({ length: size }, (_, index) => equalAgent(index));
  return Array.from({ length: requests }, (_, request) => {
    const { next } = decide({ ...calmly, policy: { ...usualPolicy, strategy }, team, made: [] });
    const [asked] = askedNow(next)?.agentIds ?? [];
    if (asked === undefined) throw new Error('nobody was asked');
    const lastAskedAt = new Date(request + 1);
    team = team.map((member) => (member.agentId === asked ? { ...member, lastAskedAt } : member));
    return asked;
  });
}

/** Calls one after the other: of each, who is asked takes it or lets it pass. How many calls each agent was not asked in a row, at most. */
function playCalls(
  strategy: (typeof routingStrategySchema.options)[number],
  size: number,
  calls: readonly (readonly boolean[])[],
): { waits: number[] } {
  let team: readonly Candidate[] = Array.from({ length: size }, (_, index) => equalAgent(index));
  const waited = team.map(() => 0);
  const longest = team.map(() => 0);
  calls.forEach((answers, call) => {
    const asked = new Set<number>();
    for (const takes of [...answers, true]) {
      const made = [...asked].map((index) => ({
        agentId: equalAgent(index).agentId,
        step: 'best' as const,
        status: 'expired' as const,
      }));
      const { next } = decide({
        ...calmly,
        policy: { ...usualPolicy, strategy, ringAll: false },
        team,
        made,
      });
      const index = team.findIndex(({ agentId }) => agentId === askedNow(next)?.agentIds[0]);
      if (index === -1) break;
      asked.add(index);
      const at = new Date(call * 1_000 + asked.size);
      const facts = takes ? { lastAskedAt: at, idleSince: at } : { lastAskedAt: at };
      team = team.map((member, other) => (other === index ? { ...member, ...facts } : member));
      if (takes) break;
    }
    waited.forEach((calmCalls, index) => {
      waited[index] = asked.has(index) ? 0 : calmCalls + 1;
      longest[index] = Math.max(longest[index] ?? 0, waited[index] ?? 0);
    });
  });
  return { waits: longest };
}

const calmly = {
  urgency: 'connect',
  requestedBy: 'ai',
  madeBefore: [],
  ownerId: null,
  wantedSkills: [],
  familiar: null,
  transferredBy: null,
  asksLeft: 10,
} as const;

function equalAgent(index: number): Candidate {
  return {
    agentId: agentIdSchema.parse(`agent${index}`),
    role: 'agent',
    presence: 'available',
    reachability: 'softphone',
    withinWorkingHours: true,
    activeCalls: 0,
    concurrency: 1,
    priority: 5,
    skills: [],
    idleSince: null,
    lastAskedAt: null,
    worksInTime: true,
  };
}
