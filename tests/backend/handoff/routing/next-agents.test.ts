import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../../support/handoff-bench.ts';

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

describe('standbys of which nothing comes', () => {
  it('interrupt equal agents in turn', () => {
    ['tanaka', 'sato'].forEach((name, index) => {
      bench.connect(bench.agent(name, 'agent', 1), index + 2);
    });

    const asked = Array.from({ length: 6 }, () => {
      const callId = bench.answeredCall();
      bench.request(callId, 'prepare');
      bench.ended(bench.legOf(callId, 'customer').id);
      return bench.offers(callId);
    });

    const turns = ['sato', 'suzuki', 'tanaka'].map((name) => [`${name} best withdrawn`]);
    expect(asked).toEqual([...turns, ...turns]);
  });
});

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

describe('each time that somebody is asked', () => {
  it('is written down why everybody was or was not', () => {
    const tanaka = bench.agent('tanaka', 'agent', 2);
    bench.agent('absent', 'agent', 3);
    bench.connect(tanaka, 2);
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');

    decline(suzuki);

    const { id } = bench.handoff(callId);
    const why = bench.flow.routingView.ofHandoff({ id: suzuki, role: 'admin' }, id).decisions;
    expect(why.map(({ agents }) => agents.map(({ verdict }) => verdict))).toEqual([
      [
        { agentId: 'suzuki', outcome: 'asked', rank: 1, behindBy: null },
        { agentId: 'tanaka', outcome: 'waiting', rank: 2, behindBy: 'priority' },
        { agentId: 'absent', outcome: 'passed-over', because: 'offline' },
      ],
      [
        { agentId: 'tanaka', outcome: 'asked', rank: 1, behindBy: null },
        { agentId: 'absent', outcome: 'passed-over', because: 'offline' },
        { agentId: 'suzuki', outcome: 'passed-over', because: 'declined' },
      ],
    ]);
  });

  it('shows who waits, since when, and who is asked', () => {
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');

    const { waiting } = bench.flow.routingView.queue({ id: suzuki, role: 'admin' });

    expect(waiting).toMatchObject([{ callId, company: 'ミナト工業', asked: [{ id: 'suzuki' }] }]);
  });

  it('finds an agent away who let three offers in a row pass', () => {
    for (let call = 0; call < 3; call += 1) {
      bench.request(bench.answeredCall(), 'connect');
      bench.pass(46);
    }

    const { presence, busyReason } = bench.team.presence.statusOf(suzuki);
    expect({ presence, busyReason }).toEqual({ presence: 'busy', busyReason: 'unanswered' });
    const last = bench.stores.presenceLog.lastOf(suzuki);
    expect(last).toMatchObject({ from: 'available', to: 'busy', reason: 'unanswered', by: null });
  });
});
