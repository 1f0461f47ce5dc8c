import { describe, expect, it } from 'vitest';
import { type AskingSituation, isSomebodyAwaited } from '../../../../backend/handoff/routing/asking-order.ts';
import { candidate, offer, situated, usualPolicy } from '../../../support/routing.ts';

describe('isSomebodyAwaited', () => {
  const onCall = candidate('sato', { presence: 'on-call' });

  it.each<[string, Pick<AskingSituation, 'team'> & Partial<AskingSituation>, boolean]>([
    ['an agent on a call', { team: [onCall] }, true],
    ['an agent who wraps up', { team: [candidate('sato', { presence: 'wrap-up' })] }, true],
    ['an agent on a break', { team: [candidate('sato', { presence: 'busy' })] }, true],
    ['an agent who is asked about another call', { team: [candidate('sato', { activeCalls: 1 })] }, true],
    ['an agent who works soon', { team: [candidate('sato', { withinWorkingHours: false })] }, true],
    [
      'an agent whose day is over',
      { team: [candidate('sato', { withinWorkingHours: false, worksInTime: false })] },
      false,
    ],
    ['an agent who is gone', { team: [candidate('sato', { presence: 'offline' })] }, false],
    ['an agent who declined', { team: [onCall], made: [offer('sato', 'declined')] }, false],
    ['an agent who let the first offer pass', { team: [onCall], made: [offer('sato', 'expired')] }, true],
    [
      'an agent who let the last one pass',
      { team: [onCall], made: [offer('sato', 'expired', 'last')] },
      false,
    ],
    ['an agent who did not arrive', { team: [onCall], made: [offer('sato', 'accepted')] }, true],
    [
      'an agent who did not arrive twice',
      { team: [onCall], made: [offer('sato', 'accepted'), offer('sato', 'accepted', 'last')] },
      false,
    ],
    ['an admin', { team: [candidate('admin', { role: 'admin', presence: 'busy' })] }, true],
    [
      'an admin where the team does not escalate',
      {
        team: [candidate('admin', { role: 'admin', presence: 'busy' })],
        policy: { ...usualPolicy, escalateToAdmins: false },
      },
      false,
    ],
    [
      'a telephone that is not used',
      {
        team: [candidate('sato', { presence: 'busy', reachability: 'phone' })],
        policy: { ...usualPolicy, telephones: 'never' },
      },
      false,
    ],
    ['anybody, for a standby', { urgency: 'prepare', team: [onCall] }, false],
  ])('%s', (_case, situation, awaited) => {
    expect(isSomebodyAwaited(situated(situation))).toBe(awaited);
  });
});
