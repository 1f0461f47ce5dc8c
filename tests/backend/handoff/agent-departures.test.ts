import { describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

const bench = ofEachTest(createDeskBench);

function leave(callId: CallId, agentId = bench().suzuki): void {
  bench().database.transaction(() => bench().flow.leave({ id: agentId, role: 'agent' }, callId));
}

function acceptedCall(urgency: 'prepare' | 'connect'): CallId {
  const callId = bench().answeredCall();
  bench().request(callId, urgency);
  bench().accept(bench().suzuki, bench().desk);
  bench().pass(1);
  return callId;
}

describe('an agent who leaves', () => {
  it('on standby goes, and the next one is asked, not they again', () => {
    const tanaka = bench().agent('tanaka');
    const callId = acceptedCall('prepare');
    bench().joined(bench().legOf(callId, 'agent').id);
    bench().connect(tanaka, 2);

    leave(callId);

    expect(bench().commands(callId).at(-1)).toMatchObject({ type: 'remove-leg' });
    expect(bench().offers(callId)).toEqual(['suzuki best declined', 'tanaka best open']);
    expect(bench().team.presence.statusOf(bench().suzuki).presence).toBe('available');
  });

  it('on the way is not rung once more', () => {
    const callId = acceptedCall('connect');

    leave(callId);

    expect(
      bench()
        .commands(callId)
        .filter(({ type }) => type === 'ring-softphone'),
    ).toHaveLength(1);
    expect(bench().handoff(callId).status).toBe('failed');
  });

  it('ends a call that they are dialling by hand, as their own decision', () => {
    const callId = bench().dialledCall(bench().suzuki, bench().desk);

    leave(callId);

    expect(bench().stores.calls.find(callId)).toMatchObject({
      endedAt: bench().clock.now(),
      resultReason: 'ended-by-agent',
    });
  });

  it('may not leave a customer alone with whom they talk', () => {
    const callId = acceptedCall('connect');
    bench().joined(bench().legOf(callId, 'agent').id);

    expect(() => leave(callId)).toThrow('you talk with the customer');
    expect(bench().legOf(callId, 'agent').state).toBe('in-conference');
  });

  it('has left already when they were not on the call, or it is over', () => {
    const tanaka = bench().agent('tanaka');
    const callId = acceptedCall('connect');
    leave(callId, tanaka);
    const before = bench().handoff(callId).status;
    bench().ended(bench().legOf(callId, 'customer').id);

    leave(callId);

    expect([before, bench().handoff(callId).status]).toEqual(['joining', 'withdrawn']);
  });
});
