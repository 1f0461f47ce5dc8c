import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerStatusSchema, offerStepSchema } from '../../../../backend/contract/handoffs.ts';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { presenceSchema } from '../../../../backend/contract/vocabulary.ts';
import { whomToAsk } from '../../../../backend/handoff/routing/asking-order.ts';
import { usualPolicy } from '../../../support/routing.ts';

describe('whomToAsk', () => {
  const anyMember = fc.record({
    agentId: fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => agentIdSchema.parse(name)),
    role: fc.constantFrom('agent' as const, 'admin' as const),
    presence: fc.constantFrom(...presenceSchema.options),
    reachability: fc.constantFrom('softphone' as const, 'none' as const),
    withinWorkingHours: fc.boolean(),
    activeCalls: fc.nat(2),
    concurrency: fc.integer({ min: 1, max: 2 }),
    priority: fc.integer({ min: 1, max: 9 }),
    idleSince: fc.constant(null),
    lastAskedAt: fc.constant(null),
    worksInTime: fc.constant(true),
    skills: fc.constant([]),
  });
  const anyOffer = fc.record({
    agentId: fc.constantFrom('a', 'b', 'c', 'd', 'e').map((name) => agentIdSchema.parse(name)),
    step: fc.constantFrom(...offerStepSchema.options),
    status: fc.constantFrom(...offerStatusSchema.options),
  });
  const anySituation = fc.record({
    urgency: fc.constantFrom('prepare' as const, 'connect' as const),
    requestedBy: fc.constantFrom('ai' as const, 'agent' as const),
    made: fc.array(anyOffer, { maxLength: 8 }),
    madeBefore: fc.array(anyOffer, { maxLength: 4 }),
    team: fc.uniqueArray(anyMember, { selector: (one) => one.agentId }),
    ownerId: fc.constant(null),
    wantedSkills: fc.constant([]),
    policy: fc.constant(usualPolicy),
    familiar: fc.constant(null),
    transferredBy: fc.constant(null),
    asksLeft: fc.nat(4),
  });

  it('asks only whom it may, one at a time but in the last step, in any situation', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const asking = whomToAsk(situation);
        fc.pre(asking !== null);
        const asked = situation.team.filter(({ agentId }) => asking.agentIds.includes(agentId));
        expect(
          asked.every(
            ({ presence, reachability }) => `${presence} ${reachability}` === 'available softphone',
          ),
        ).toBe(true);
        expect(asked.every(({ activeCalls, concurrency }) => activeCalls < concurrency)).toBe(true);
        expect(asking.step === 'last' || asking.agentIds.length === 1).toBe(true);
      }),
    );
  });

  it('comes to an end when nobody ever answers', () => {
    fc.assert(
      fc.property(anySituation, (begun) => {
        let made = begun.made;
        let rounds = 0;
        for (let asking = whomToAsk(begun); asking !== null; asking = whomToAsk({ ...begun, made })) {
          const { step, agentIds } = asking;
          made = [...made, ...agentIds.map((agentId) => ({ agentId, step, status: 'expired' as const }))];
          rounds += 1;
          expect(rounds).toBeLessThanOrEqual(begun.team.length + 1);
        }
      }),
    );
  });
});
