import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { type AskingSituation, whomToAsk } from '../../../../backend/handoff/routing/asking-order.ts';
import { candidate, offer, situated, usualPolicy } from '../../../support/routing.ts';

const sato = candidate('sato', { priority: 1 });
const suzuki = candidate('suzuki', { priority: 2 });
const tanaka = candidate('tanaka', { priority: 3 });
const admin = candidate('admin', { role: 'admin', priority: 1 });
const everybody = [sato, suzuki, tanaka, admin];

function ask(situation: Partial<AskingSituation>): string {
  const asking = whomToAsk(situated({ team: everybody, ...situation }));
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
      'asks nobody again who refused, but who did not arrive',
      { made: [offer('sato', 'declined'), offer('suzuki', 'accepted')], asksLeft: 1 },
      'last: admin, suzuki, tanaka',
    ],
    [
      'asks nobody alone again who did not arrive',
      { made: [offer('sato', 'accepted')], asksLeft: 2 },
      'best: suzuki',
    ],
    [
      'asks nobody a third time who twice did not arrive',
      {
        team: [sato],
        made: [offer('sato', 'accepted'), offer('sato', 'accepted', 'last')],
      },
      'nobody',
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
    [
      'asks who did not arrive once more, after everybody else',
      { team: [sato, admin], made: [offer('sato', 'accepted'), offer('admin', 'expired')] },
      'best: sato',
    ],
    [
      'asks the others before that',
      { team: [sato, admin], made: [offer('sato', 'accepted')] },
      'best: admin',
    ],
    [
      'asks them no third time',
      { team: [sato], made: [offer('sato', 'accepted'), offer('sato', 'accepted')] },
      'nobody',
    ],
    [
      'asks nobody again who said no then',
      { team: [sato], made: [offer('sato', 'accepted'), offer('sato', 'declined')] },
      'nobody',
    ],
  ])('without a last step %s', (_case, situation, asked) => {
    expect(ask({ policy: { ...usualPolicy, ringAll: false }, ...situation })).toBe(asked);
  });

  it.each<[string, Partial<AskingSituation>, string]>([
    ['asks nobody else', { made: [offer('sato', 'open')] }, 'nobody'],
    [
      'asks who becomes free in the last step, too',
      { made: [offer('sato', 'declined'), offer('suzuki', 'open', 'last')], asksLeft: 1 },
      'last: admin, tanaka',
    ],
    [
      'asks nobody a second time in it, nor who declined the standby',
      {
        team: [sato, suzuki, tanaka],
        made: [offer('sato', 'open', 'last'), offer('suzuki', 'expired', 'last')],
        madeBefore: [offer('tanaka', 'declined')],
      },
      'nobody',
    ],
  ])('while somebody is being asked %s', (_case, situation, asked) => {
    expect(ask(situation)).toBe(asked);
  });

  it('asks again from whom the last step was withdrawn, once they are back', () => {
    expect(ask({ team: [sato], made: [offer('sato', 'withdrawn', 'last')] })).toBe('last: sato');
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
});
