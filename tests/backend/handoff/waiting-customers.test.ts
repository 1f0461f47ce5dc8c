import { describe, expect, it } from 'vitest';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

const bench = ofEachTest(createDeskBench);

function takeBreak(agentId: AgentId): void {
  bench().team.presence.choose(agentId, { presence: 'busy', reason: 'break' });
}

function comeBack(agentId: AgentId): void {
  bench().team.presence.choose(agentId, { presence: 'available' });
}

describe('a customer for whom nobody is free', () => {
  it('waits, and is offered to who becomes free ten seconds later', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().pass(10);
    const meanwhile = [bench().handoff(callId).status, bench().offers(callId)];

    comeBack(bench().suzuki);

    expect(meanwhile).toEqual(['offering', []]);
    expect(bench().offers(callId)).toEqual(['suzuki best open']);
  });

  it('is offered to who has wrapped up their last call', () => {
    const first = bench().waitingCall();
    bench().accept(bench().suzuki, bench().desk);
    bench().joined(bench().legOf(first, 'agent').id);
    const second = bench().waitingCall();
    bench().ended(bench().legOf(first, 'customer').id);
    bench().pass(29);
    const before = bench().offers(second);

    bench().pass(1);

    expect([before, bench().offers(second)]).toEqual([[], ['suzuki last open']]);
  });

  it('is offered to who has said no to another call', () => {
    bench().waitingCall();
    const second = bench().waitingCall();

    bench().decline(bench().suzuki);

    expect(bench().offers(second)).toEqual(['suzuki best open']);
  });

  it('is offered to who was asked beside the one who took another call', () => {
    bench().team.presence.choose(bench().suzuki, { presence: 'offline' });
    const admins = ['kato', 'mori'].map((name) => bench().agent(name, 'admin'));
    const [kato, mori] = admins;
    if (kato === undefined || mori === undefined) throw new Error('nobody was hired');
    const katosDesk = bench().connect(kato, 2);
    bench().connect(mori, 3);
    bench().waitingCall();
    const second = bench().waitingCall();

    bench().accept(kato, katosDesk);

    expect(bench().offers(second)).toEqual(['mori last open']);
  });

  it('is offered to who begins to work meanwhile', () => {
    const untilSoon = bench().clock.now().getTime() + 60_000;
    const local = new Date(untilSoon + 9 * 3_600_000);
    const from = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = { from, to: 24 * 60 };
    bench().stores.agents.change(bench().suzuki, {
      timeZone: 'Asia/Tokyo',
      workingHours: [day, day, day, day, day, day, day],
      worksOnHolidays: true,
    });
    bench().team.presence.refresh(bench().suzuki);
    bench().clock.pass((from * 60_000 - (local.getTime() % 86_400_000) + 40_000) / 1_000);
    const callId = bench().waitingCall();
    const before = [bench().handoff(callId).status, bench().offers(callId)];

    bench().pass(30);
    bench().team.presence.refreshAll();

    expect(before).toEqual(['offering', []]);
    expect(bench().offers(callId)).toEqual(['suzuki last open']);
  });

  it('is served before who began to wait later', () => {
    takeBreak(bench().suzuki);
    const first = bench().waitingCall();
    bench().pass(5);
    const second = bench().waitingCall();

    comeBack(bench().suzuki);

    expect([bench().offers(first), bench().offers(second)]).toEqual([['suzuki best open'], []]);
  });

  it('gets the AI back when nobody has become free in time', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().pass(44);
    const before = bench().handoff(callId).status;

    bench().pass(1);

    expect(before).toBe('offering');
    expect(bench().handoff(callId)).toMatchObject({ status: 'failed', endedBecause: 'time-over' });
    expect(bench().flow.publisher.view(callId).status).toBe('ai-responding');
  });

  it('is given up once who became free in the last moment had the time of an offer, and no later', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().pass(44);
    comeBack(bench().suzuki);
    bench().pass(14);
    const before = bench().offers(callId);

    bench().pass(2);

    expect(before).toEqual(['suzuki last open']);
    expect(bench().handoff(callId).status).toBe('failed');
  });

  it('gets the AI back at once when everybody has gone home', () => {
    bench().team.connections.signedOut(bench().suzuki, bench().desk);

    const handoff = bench().handoff(bench().waitingCall());

    expect(handoff).toMatchObject({ status: 'failed', endedBecause: 'nobody-left' });
  });

  it('gets the AI back at once when the last one who was awaited goes home, and why is kept', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().pass(5);

    bench().team.presence.choose(bench().suzuki, { presence: 'offline' });

    const { id, status } = bench().handoff(callId);
    const why = bench().flow.routingView.ofHandoff({ id: bench().suzuki, role: 'admin' }, id);
    expect(status).toBe('failed');
    expect(bench().flow.publisher.view(callId).status).toBe('ai-responding');
    expect(why.decisions.at(-1)).toMatchObject({
      agents: [{ verdict: { outcome: 'passed-over', because: 'offline' } }],
    });
  });

  it('waits on when one of two who are awaited goes home', () => {
    const tanaka = bench().agent('tanaka');
    bench().connect(tanaka, 2);
    takeBreak(bench().suzuki);
    takeBreak(tanaka);
    const callId = bench().waitingCall();

    bench().team.presence.choose(bench().suzuki, { presence: 'offline' });

    expect(bench().handoff(callId).status).toBe('offering');
  });

  it('is not given up while somebody is still asked', () => {
    const tanaka = bench().agent('tanaka', 'agent', 2);
    bench().connect(tanaka, 2);
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().pass(16);

    bench().team.presence.choose(bench().suzuki, { presence: 'offline' });

    expect(bench().handoff(callId).status).toBe('offering');
    expect(bench().offers(callId).at(-1)).toBe('tanaka last open');
  });

  it('gets the AI back at once when everybody has said no', () => {
    const callId = bench().waitingCall();

    bench().decline(bench().suzuki);

    expect(bench().handoff(callId).status).toBe('failed');
  });

  it('is still there for an agent on a break when all others have said no', () => {
    const tanaka = bench().agent('tanaka', 'agent', 2);
    bench().connect(tanaka, 2);
    takeBreak(tanaka);
    const callId = bench().waitingCall();
    bench().decline(bench().suzuki);

    comeBack(tanaka);

    expect(bench().offers(callId)).toEqual(['suzuki best declined', 'tanaka best open']);
  });

  it('is offered to who becomes free while everybody is asked at once', () => {
    const tanaka = bench().agent('tanaka', 'agent', 2);
    bench().connect(tanaka, 2);
    takeBreak(tanaka);
    const callId = bench().waitingCall();
    bench().pass(16);

    comeBack(tanaka);

    expect(bench().offers(callId)).toEqual(['suzuki best expired', 'suzuki last open', 'tanaka last open']);
  });

  it('keeps waiting when the process is started again, whoever could be asked before it', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    bench().clock.pass(60);
    bench().database.transaction(bench().flow.resumeHandoffs);
    bench().pass(10);

    comeBack(bench().suzuki);

    expect(bench().offers(callId)).toEqual(['suzuki last open']);
  });
});

describe('who only prepares', () => {
  it('does not wait for anybody: the AI still talks', () => {
    takeBreak(bench().suzuki);
    const callId = bench().answeredCall();

    bench().request(callId, 'prepare');

    expect(bench().handoff(callId).status).toBe('failed');
  });
});

describe('the queue', () => {
  it('shows who waits without anybody being asked, for how long, until when, and why', () => {
    takeBreak(bench().suzuki);
    const callId = bench().waitingCall();
    const since = bench().handoff(callId).requestedAt;
    bench().pass(20);

    const queue = bench().flow.routingView.queue({ id: bench().suzuki, role: 'admin' });
    const why = bench().flow.routingView.ofHandoff(
      { id: bench().suzuki, role: 'admin' },
      bench().handoff(callId).id,
    );

    const givenUpAt = new Date(Date.parse(since) + 45_000).toISOString();
    expect(queue).toMatchObject({
      waiting: [{ callId, asked: [], waitingSince: since, givenUpAt }],
      longestSince: since,
    });
    expect(why.decisions).toMatchObject([
      { step: null, agents: [{ verdict: { agentId: 'suzuki', outcome: 'passed-over', because: 'busy' } }] },
    ]);
  });
});
