import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerStatusSchema, offerStepSchema } from '../../../backend/contract/handoffs.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { presenceSchema } from '../../../backend/contract/vocabulary.ts';
import { type AskingSituation, whomToAsk } from '../../../backend/handoff/asking-order.ts';
import type { Candidate } from '../../../backend/handoff/routing.ts';

type Offer = AskingSituation['made'][number];

function member(name: string, facts: Partial<Candidate> = {}): Candidate {
  return {
    agentId: agentIdSchema.parse(name),
    role: 'agent',
    presence: 'available',
    reachability: 'softphone',
    withinWorkingHours: true,
    activeCalls: 0,
    concurrency: 1,
    priority: 5,
    idleSince: null,
    ...facts,
  };
}

const sato = member('sato', { priority: 1 });
const suzuki = member('suzuki', { priority: 2 });
const tanaka = member('tanaka', { priority: 3 });
const admin = member('admin', { role: 'admin', priority: 1 });
const everybody = [sato, suzuki, tanaka, admin];

function offer(name: string, status: Offer['status'], step: Offer['step'] = 'best'): Offer {
  return { agentId: agentIdSchema.parse(name), status, step };
}

function ask(situation: Partial<AskingSituation>): string {
  const asking = whomToAsk({
    urgency: 'connect',
    requestedBy: 'ai',
    made: [],
    madeBefore: [],
    team: everybody,
    ownerId: null,
    familiar: null,
    transferredBy: null,
    asksLeft: 3,
    ...situation,
  });
  return asking === null ? 'nobody' : `${asking.step}: ${asking.agentIds.join(', ')}`;
}

describe('whomToAsk', () => {
  it.each<[string, Partial<AskingSituation>, string]>([
    ['begins with the best agent', {}, 'best: sato'],
    [
      'asks first whom a caller had to do with, whatever their priority',
      { familiar: tanaka.agentId },
      'best: tanaka',
    ],
    [
      'asks the others once that one has let it pass',
      { familiar: tanaka.agentId, made: [offer('tanaka', 'expired')] },
      'best: sato',
    ],
    [
      'asks the others where that one cannot be asked',
      { familiar: agentIdSchema.parse('gone') },
      'best: sato',
    ],
    [
      'gives a transferred call back before it asks anybody else',
      { transferredBy: tanaka.agentId, made: [offer('suzuki', 'declined', 'named')] },
      'return: tanaka',
    ],
    [
      'gives it back once',
      {
        transferredBy: tanaka.agentId,
        made: [offer('suzuki', 'declined', 'named'), offer('tanaka', 'expired', 'return')],
      },
      'best: sato',
    ],
    ['goes on with the next one', { made: [offer('sato', 'expired')], asksLeft: 2 }, 'best: suzuki'],
    [
      'asks everybody at once, admins too, while there is time for that',
      { made: [offer('sato', 'expired'), offer('suzuki', 'expired')], asksLeft: 1 },
      'last: sato, admin, suzuki, tanaka',
    ],
    [
      'does so early when no agent is left',
      { team: [sato, admin], made: [offer('sato', 'expired')] },
      'last: sato, admin',
    ],
    [
      'asks nobody again who refused, or did not arrive',
      { made: [offer('sato', 'declined'), offer('suzuki', 'accepted')], asksLeft: 1 },
      'last: admin, tanaka',
    ],
    [
      'asks everybody once only',
      { made: [offer('sato', 'expired'), ...everybody.map((one) => offer(one.agentId, 'expired', 'last'))] },
      'nobody',
    ],
    [
      'asks an agent who became free after that',
      {
        made: [offer('sato', 'expired'), offer('sato', 'expired', 'last')],
        team: [sato, suzuki],
        asksLeft: 1,
      },
      'best: suzuki',
    ],
    ['has nobody when nobody can be asked', { team: [] }, 'nobody'],
    [
      'asks an admin rather than an agent who declined the standby',
      { team: [sato, admin], madeBefore: [offer('sato', 'declined')] },
      'last: admin',
    ],
    [
      'asks an agent who was not asked before one who let the standby pass',
      { madeBefore: [offer('sato', 'expired')] },
      'best: suzuki',
    ],
    [
      'asks again who declined the standby, when that is all there is',
      { team: [sato], madeBefore: [offer('sato', 'declined')] },
      'last: sato',
    ],
    [
      'still takes the last step when a colleague had named an admin',
      { requestedBy: 'agent', team: [admin, sato], made: [offer('admin', 'expired', 'named')] },
      'best: sato',
    ],
    [
      'asks the admin again in it who had been named',
      {
        requestedBy: 'agent',
        team: [admin, sato],
        made: [offer('admin', 'expired', 'named'), offer('sato', 'expired')],
      },
      'last: admin, sato',
    ],
    [
      'asks others when the agent whose line dropped does not return',
      { made: [offer('sato', 'expired', 'return')], asksLeft: 2 },
      'best: suzuki',
    ],
  ])('for a customer who waits %s', (_case, situation, asked) => {
    expect(ask(situation)).toBe(asked);
  });

  it.each<[string, Partial<AskingSituation>, string]>([
    ['begins with the best agent', {}, 'best: sato'],
    ['takes no last step', { made: [offer('sato', 'expired')], asksLeft: 1 }, 'best: suzuki'],
    [
      'asks an admin when no agent is left',
      { team: [sato, admin], made: [offer('sato', 'declined')] },
      'best: admin',
    ],
    [
      'asks nobody twice',
      { team: [sato, admin], made: [offer('sato', 'expired'), offer('admin', 'expired')] },
      'nobody',
    ],
    [
      'asks nobody but the colleague who was named',
      { requestedBy: 'agent', made: [offer('sato', 'declined', 'named')] },
      'nobody',
    ],
  ])('for a standby %s', (_case, situation, asked) => {
    expect(ask({ urgency: 'prepare', ...situation })).toBe(asked);
  });

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
