import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, ClientId, OfferId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let tanaka: AgentId;
let desk: ClientId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  tanaka = bench.agent('tanaka', 'agent', 2);
  desk = bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

function waitingCall(urgency: 'prepare' | 'connect' = 'connect'): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, urgency);
  bench.pass(1);
  return callId;
}

function accept(agentId: AgentId, offerId: OfferId, clientId = desk) {
  return bench.database.transaction(() =>
    bench.flow.offers.accept({ id: agentId, role: 'agent' }, offerId, clientId),
  );
}

function decline(agentId: AgentId, offerId: OfferId): void {
  bench.database.transaction(() =>
    bench.flow.offers.decline({ id: agentId, role: 'agent' }, offerId, 'busy'),
  );
}

describe('an offer', () => {
  it('is open for whom it was made to, with its brief', () => {
    waitingCall();

    expect(bench.flow.offers.openFor(suzuki)).toMatchObject([
      { agentId: 'suzuki', step: 'best', urgency: 'connect', brief: { company: 'ミナト工業' } },
    ]);
    expect(bench.flow.offers.openFor(tanaka)).toEqual([]);
  });

  it('is nothing to anybody else', () => {
    waitingCall();
    const { id } = bench.offerTo(suzuki);

    expect(() => accept(tanaka, id)).toThrow('no such offer');
    expect(() => decline(tanaka, id)).toThrow('no such offer');
  });
});

describe('accept', () => {
  it('claims the call and rings the softphone of that console', () => {
    const callId = waitingCall();

    const handoff = accept(suzuki, bench.offerTo(suzuki).id);

    expect(handoff).toMatchObject({ status: 'joining', agent: { id: 'suzuki' } });
    expect(bench.commands(callId).at(-1)).toMatchObject({ type: 'ring-softphone', clientId: desk });
    expect(bench.team.presence.statusOf(suzuki)).toMatchObject({
      presence: 'on-call',
      activeCallId: callId,
    });
  });

  it('is the same when it is done twice in one console', () => {
    const callId = waitingCall();
    const { id } = bench.offerTo(suzuki);
    const first = accept(suzuki, id);

    const second = accept(suzuki, id);

    expect(second).toEqual(first);
    expect(bench.commands(callId).filter(({ type }) => type === 'ring-softphone')).toHaveLength(1);
  });

  it('comes too late in another console of the same agent', () => {
    waitingCall();
    const { id } = bench.offerTo(suzuki);
    const laptop = bench.connect(suzuki, 2);
    accept(suzuki, id);

    expect(() => accept(suzuki, id, laptop)).toThrow('the offer is over');
  });

  it('comes too late once the call is over, also the second time', () => {
    const callId = waitingCall();
    const { id } = bench.offerTo(suzuki);
    accept(suzuki, id);

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(() => accept(suzuki, id)).toThrow('the offer is over');
  });

  it('is refused to an agent who is on a call', () => {
    waitingCall();
    const { id } = bench.offerTo(suzuki);
    bench.dialledCall(suzuki, desk);

    expect(() => accept(suzuki, id)).toThrow('is on a call');
  });

  it('is refused while the agent has no softphone', () => {
    const callId = waitingCall();
    accept(suzuki, bench.offerTo(suzuki).id);
    bench.joined(bench.legOf(callId, 'agent').id);
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.team.connections.softphone(suzuki, desk, false);

    expect(() => accept(suzuki, bench.offerTo(suzuki).id)).toThrow('softphone is not connected');
  });
});

describe('decline', () => {
  it('lets the next agent be asked, and is kept with its reason and time', () => {
    bench.connect(tanaka, 2);
    const callId = waitingCall();

    decline(suzuki, bench.offerTo(suzuki).id);

    expect(bench.offers(callId)).toEqual(['suzuki best declined', 'tanaka best open']);
    expect(bench.handoff(callId).offers[0]).toMatchObject({
      declineReason: 'busy',
      respondedAt: bench.clock.now().toISOString(),
    });
  });

  it('happens once', () => {
    waitingCall();
    const { id } = bench.offerTo(suzuki);
    decline(suzuki, id);

    expect(() => decline(suzuki, id)).toThrow('the offer is over');
  });
});

describe('expire', () => {
  it('lets the next agent be asked, and changes nothing when it comes late', () => {
    bench.connect(tanaka, 2);
    const callId = waitingCall();
    const { id } = bench.offerTo(suzuki);

    bench.pass(14);
    bench.flow.offers.expire(id);

    expect(bench.offers(callId)).toEqual(['suzuki best expired', 'tanaka best open']);
  });
});

describe('an agent who can take no new call any more', () => {
  it('is asked no more: the next one is', () => {
    bench.connect(tanaka, 2);
    const callId = waitingCall();

    bench.team.presence.choose(suzuki, { presence: 'busy', reason: 'meeting' });

    expect(bench.offers(callId)).toEqual(['suzuki best withdrawn', 'tanaka best open']);
  });

  it('is asked no more about any call once they have one', () => {
    const first = waitingCall();
    bench.connect(tanaka, 2);
    bench.stores.agents.change(suzuki, { concurrency: 2 });
    bench.stores.agents.change(tanaka, { priority: 9 });
    const second = waitingCall();

    const offer = bench.flow.offers.openFor(suzuki).find(({ callId }) => callId === first);
    if (offer === undefined) throw new Error('suzuki is not asked about the first call');
    accept(suzuki, offer.id);

    expect(bench.offers(second)).toEqual(['suzuki best withdrawn', 'tanaka best open']);
  });
});

describe('concurrency', () => {
  it('keeps an agent from being asked about two calls at once', () => {
    waitingCall();

    const second = waitingCall();

    expect([bench.handoff(second).status, bench.offers(second)]).toEqual(['offering', []]);
  });

  it('keeps no waiting customer from an agent who is only asked to stand by', () => {
    waitingCall('prepare');

    const second = waitingCall('connect');

    expect(bench.offers(second)).toEqual(['suzuki best open']);
  });
});
