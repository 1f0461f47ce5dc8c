import { describe, expect, it } from 'vitest';
import type { AskingSituation } from '../../../../backend/handoff/routing/asking-order.ts';
import { decide } from '../../../../backend/handoff/routing/decision.ts';
import { candidate, offer, situated } from '../../../support/routing.ts';

const onCall = candidate('sato', { presence: 'on-call' });

describe('why an agent is passed over', () => {
  it.each<[string, Pick<AskingSituation, 'team'> & Partial<AskingSituation>, string]>([
    ['they are on a call', { team: [onCall] }, 'on-call'],
    [
      'they accepted this one and did not arrive, though they count as being on it until they are let go',
      { team: [onCall], made: [offer('sato', 'accepted')] },
      'did-not-arrive',
    ],
    [
      'they are gone, whatever they answered',
      { team: [candidate('sato', { presence: 'offline' })], made: [offer('sato', 'accepted')] },
      'offline',
    ],
    [
      'they are on another call, and had let this one pass',
      { team: [onCall], made: [offer('sato', 'expired')] },
      'on-call',
    ],
  ])('%s', (_case, situation, because) => {
    expect(decide(situated(situation)).verdicts).toEqual([
      { outcome: 'passed-over', agentId: 'sato', because },
    ]);
  });
});
