import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

function decline(agentId: AgentId): void {
  bench.pass(1);
  bench.database.transaction(() =>
    bench.flow.offers.decline({ id: agentId, role: 'agent' }, bench.offerTo(agentId).id, 'busy'),
  );
}

describe('a customer who waits', () => {
  it('has everybody asked, admins too, while there is still the time of one offer', () => {
    const others = ['tanaka', 'sato', 'kato'].map((name, index) => bench.agent(name, 'agent', index + 2));
    const admin = bench.agent('admin', 'admin');
    [...others, admin].forEach((agentId, index) => {
      bench.connect(agentId, index + 2);
    });
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');

    bench.pass(30);

    expect(bench.offers(callId).slice(0, 2)).toEqual(['suzuki best expired', 'tanaka best expired']);
    expect(bench.offers(callId).slice(2).toSorted()).toEqual([
      'admin last open',
      'kato last open',
      'sato last open',
      'suzuki last open',
      'tanaka last open',
    ]);
  });

  it('is not offered first to the agent who has just declined the standby', () => {
    const callId = bench.answeredCall();
    bench.request(callId, 'prepare');
    decline(suzuki);
    bench.connect(bench.agent('admin', 'admin'), 2);

    bench.request(callId, 'connect');

    expect(bench.offers(callId)).toEqual(['suzuki best declined', 'admin last open']);
  });

  it('is offered like any other once a human has talked with them since', () => {
    const tanaka = bench.agent('tanaka', 'agent', 2);
    const laptop = bench.connect(tanaka, 2);
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');
    decline(suzuki);
    bench.accept(tanaka, laptop);
    bench.joined(bench.legOf(callId, 'agent').id);

    bench.team.connections.signedOut(tanaka, laptop);
    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.offers(callId).at(-1)).toBe('suzuki best open');
  });
});
