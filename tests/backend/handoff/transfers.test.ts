import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handoff, TransferMode, TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let tanaka: AgentId;
let desk: ClientId;
let tanakasDesk: ClientId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  tanaka = bench.agent('tanaka', 'agent', 2);
  desk = bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

/** Suzuki talks with the customer; Tanaka can be asked. */
function talkingCall(): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, 'connect');
  bench.accept(suzuki, desk);
  bench.joined(bench.legOf(callId, 'agent').id);
  tanakasDesk = bench.connect(tanaka, 2);
  bench.pass(1);
  return callId;
}

function hold(callId: CallId, onHold: boolean, id = suzuki): void {
  bench.database.transaction(() => bench.flow.hold({ id, role: 'agent' }, callId, onHold));
}

function transfer(callId: CallId, mode: TransferMode, id = suzuki, toAgentId = tanaka): void {
  bench.database.transaction(() =>
    bench.flow.transfers.begin({ id, role: 'agent' }, callId, { toAgentId, mode }),
  );
}

function settle(callId: CallId, outcome: TransferOutcome, id = suzuki): Handoff {
  return bench.database.transaction(() =>
    bench.flow.transfers.settle({ id, role: 'agent' }, callId, outcome),
  );
}

function leave(callId: CallId, id: AgentId): void {
  bench.database.transaction(() => bench.flow.leave({ id, role: 'agent' }, callId));
}

function decline(agentId: AgentId): void {
  bench.pass(1);
  const { id } = bench.offerTo(agentId);
  bench.database.transaction(() => bench.flow.offers.decline({ id: agentId, role: 'agent' }, id, 'busy'));
}

/** The agent's leg that is up or on its way. */
function legOf(callId: CallId, agentId: AgentId) {
  return bench.stores.legs.ofCall(callId).find((leg) => leg.agentId === agentId && leg.state !== 'left');
}

function arrive(callId: CallId, agentId: AgentId): void {
  bench.joined(openLegOf(callId, agentId).id);
}

function drop(callId: CallId, agentId: AgentId): void {
  bench.ended(openLegOf(callId, agentId).id);
}

function openLegOf(callId: CallId, agentId: AgentId) {
  const leg = legOf(callId, agentId);
  if (leg === undefined) throw new Error(`${agentId} is not on the call`);
  return leg;
}

function consultingCall(): CallId {
  const callId = talkingCall();
  transfer(callId, 'warm');
  bench.accept(tanaka, tanakasDesk);
  arrive(callId, tanaka);
  return callId;
}

function statusOf(callId: CallId): string | undefined {
  return bench.stores.calls.find(callId)?.status;
}

function presenceOf(agentId: AgentId): string {
  return bench.team.presence.statusOf(agentId).presence;
}

/** What everybody was last told. */
function announced(agentId: AgentId): string | undefined {
  return bench.stores.presence.find(agentId)?.announced;
}

function isHeld(callId: CallId): boolean {
  return bench.legOf(callId, 'customer').onHold;
}

describe('a customer on hold', () => {
  it('is held and taken back by the agent who talks with them, and the call stays theirs', () => {
    const callId = talkingCall();

    hold(callId, true);
    const held = bench.legOf(callId, 'customer');
    hold(callId, false);

    expect(held).toMatchObject({ onHold: true, heldSince: bench.clock.now() });
    expect(bench.legOf(callId, 'customer')).toMatchObject({ onHold: false, heldSince: null });
    expect(bench.commands(callId).slice(-2)).toMatchObject([
      { type: 'hold-leg', onHold: true },
      { type: 'hold-leg', onHold: false },
    ]);
    expect(statusOf(callId)).toBe('human-connected');
  });

  it('leaves in the record from when to when they were', () => {
    const callId = talkingCall();
    const from = bench.clock.now().toISOString();
    hold(callId, true);
    bench.pass(5);

    hold(callId, false);

    const customer = bench.flow.publisher.view(callId).participants.find(({ kind }) => kind === 'customer');
    expect(customer?.holds).toEqual([{ from, until: bench.clock.now().toISOString() }]);
  });

  it('is held by nobody else', () => {
    const callId = talkingCall();

    expect(() => hold(callId, true, tanaka)).toThrow('you do not talk with the customer');
    expect(isHeld(callId)).toBe(false);
  });

  it('is offered to the agent again when their line drops meanwhile, and the hold ends on return', () => {
    const callId = talkingCall();
    hold(callId, true);

    bench.ended(bench.legOf(callId, 'agent').id);
    bench.accept(suzuki, desk);
    arrive(callId, suzuki);

    expect(statusOf(callId)).toBe('human-connected');
    expect(isHeld(callId)).toBe(false);
  });

  it('can be held in a call dialled by hand, which has no handoff', () => {
    const callId = bench.dialledCall(suzuki, desk);
    bench.joined(bench.legOf(callId, 'customer').id);

    hold(callId, true);

    expect(isHeld(callId)).toBe(true);
  });
});

describe('a blind transfer', () => {
  it('holds the customer, lets the agent go into their wrap-up, and brings the colleague', () => {
    const callId = talkingCall();

    transfer(callId, 'blind');
    const whileAsked = { held: isHeld(callId), status: statusOf(callId), presence: presenceOf(suzuki) };
    bench.accept(tanaka, tanakasDesk);
    arrive(callId, tanaka);

    expect(whileAsked).toEqual({ held: true, status: 'transferring', presence: 'wrap-up' });
    expect(bench.handoff(callId)).toMatchObject({
      status: 'connected',
      reason: 'transferred',
      agent: { id: 'tanaka' },
      transfer: { by: { id: 'suzuki' }, mode: 'blind' },
    });
    expect(statusOf(callId)).toBe('human-connected');
    expect(isHeld(callId)).toBe(false);
    expect(legOf(callId, suzuki)).toBeUndefined();
  });

  it('comes back to whoever transferred it when the colleague declines', () => {
    const callId = talkingCall();
    transfer(callId, 'blind');

    decline(tanaka);
    bench.accept(suzuki, desk);
    arrive(callId, suzuki);

    expect(bench.offers(callId).slice(-2)).toEqual(['tanaka named declined', 'suzuki return accepted']);
    expect(statusOf(callId)).toBe('human-connected');
    expect(isHeld(callId)).toBe(false);
  });

  it('goes on to others when they do not take it back', () => {
    const sato = bench.agent('sato', 'agent', 3);
    const callId = talkingCall();
    bench.connect(sato, 3);
    transfer(callId, 'blind');

    decline(tanaka);
    decline(suzuki);

    expect(bench.offers(callId).slice(-3)).toEqual([
      'tanaka named declined',
      'suzuki return declined',
      'sato best open',
    ]);
  });

  it('does not come back to an agent who is on another call by now', () => {
    const callId = talkingCall();
    transfer(callId, 'blind');
    bench.dialledCall(suzuki, desk);

    decline(tanaka);

    expect(bench.offers(callId).some((offer) => offer.startsWith('suzuki return'))).toBe(false);
  });

  it('asked for twice is one transfer', () => {
    const callId = talkingCall();

    transfer(callId, 'blind');
    transfer(callId, 'blind');

    expect(bench.offers(callId)).toEqual(['suzuki best accepted', 'tanaka named open']);
  });

  it('cannot become a warm one, nor a warm one a blind one', () => {
    const blind = talkingCall();
    transfer(blind, 'blind');

    expect(() => transfer(blind, 'warm')).toThrow('being transferred');
    expect(bench.handoff(blind).transfer?.mode).toBe('blind');
  });

  it('is refused to a colleague who is on a call, and the agent keeps the customer', () => {
    const callId = talkingCall();
    bench.dialledCall(tanaka, tanakasDesk);

    expect(() => transfer(callId, 'blind')).toThrow('the agent is on a call');
    expect(isHeld(callId)).toBe(false);
    expect(legOf(callId, suzuki)?.state).toBe('in-conference');
  });

  it('works for a call dialled by hand', () => {
    const callId = bench.dialledCall(suzuki, desk);
    bench.joined(bench.legOf(callId, 'customer').id);
    tanakasDesk = bench.connect(tanaka, 2);

    transfer(callId, 'blind');
    bench.accept(tanaka, tanakasDesk);
    arrive(callId, tanaka);

    expect(statusOf(callId)).toBe('human-connected');
    expect(bench.handoff(callId).agent?.id).toBe('tanaka');
  });
});

describe('a warm transfer', () => {
  it('lets the agents talk while the customer is on hold', () => {
    const callId = consultingCall();

    expect(bench.handoff(callId)).toMatchObject({ status: 'consulting', transfer: { mode: 'warm' } });
    expect(isHeld(callId)).toBe(true);
    expect([legOf(callId, suzuki), legOf(callId, tanaka)]).toMatchObject([
      { muted: false },
      { muted: false },
    ]);
    expect([presenceOf(suzuki), presenceOf(tanaka)]).toEqual(['on-call', 'on-call']);
  });

  it('completed leaves the customer to the colleague', () => {
    const callId = consultingCall();

    settle(callId, 'completed');

    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: 'tanaka' } });
    expect(isHeld(callId)).toBe(false);
    expect([presenceOf(suzuki), presenceOf(tanaka)]).toEqual(['wrap-up', 'on-call']);
  });

  it.each(['completed', 'joined', 'canceled'] as const)('tells how it ended: %s', (outcome) => {
    const callId = consultingCall();
    const before = bench.handoff(callId).transfer;

    settle(callId, outcome);

    expect(before).toMatchObject({ mode: 'warm', outcome: null });
    expect(bench.handoff(callId).transfer).toMatchObject({ mode: 'warm', outcome });
  });

  it('tells that it was completed when who asked leaves', () => {
    const callId = consultingCall();

    leave(callId, suzuki);

    expect(bench.handoff(callId).transfer?.outcome).toBe('completed');
  });

  it('tells nothing of the kind when a line drops', () => {
    const callId = consultingCall();

    drop(callId, suzuki);

    expect(bench.handoff(callId).transfer).toMatchObject({ mode: 'warm', outcome: null });
  });

  it.each(['completed', 'joined', 'canceled'] as const)('ended twice is ended once: %s', (outcome) => {
    const callId = consultingCall();
    const first = settle(callId, outcome);

    const again = settle(callId, outcome);

    expect(again).toEqual(first);
    const other = outcome === 'completed' ? 'canceled' : 'completed';
    expect(() => settle(callId, other)).toThrow('no transfer in progress');
  });

  it('ended twice is ended once, though the call is over by then', () => {
    const callId = consultingCall();
    settle(callId, 'completed');
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(settle(callId, 'completed').transfer?.outcome).toBe('completed');
  });

  it('is not asked for once more in place of a blind one to the same colleague', () => {
    const callId = talkingCall();
    transfer(callId, 'warm');

    expect(() => transfer(callId, 'blind')).toThrow('being transferred');
    expect(legOf(callId, suzuki)?.state).toBe('in-conference');
  });

  it('ends the handoff of who asked when they leave, not when they ask', () => {
    const callId = consultingCall();
    const whileConsulting = bench.flow.handoffsOf(callId)[0];
    bench.pass(5);

    settle(callId, 'completed');

    expect(whileConsulting).toMatchObject({ agent: { id: 'suzuki' }, endedAt: null });
    expect(bench.flow.handoffsOf(callId)[0]?.endedAt).toBe(bench.clock.now().toISOString());
  });

  it('canceled sends the colleague away, and the agent has the customer, still on hold', () => {
    const callId = consultingCall();

    settle(callId, 'canceled');

    expect(legOf(callId, tanaka)).toBeUndefined();
    expect(presenceOf(tanaka)).toBe('available');
    expect(isHeld(callId)).toBe(true);
    expect(statusOf(callId)).toBe('human-connected');
    hold(callId, false);
    expect(isHeld(callId)).toBe(false);
  });

  it('declined leaves the customer with the agent, and asks nobody else', () => {
    const callId = talkingCall();
    transfer(callId, 'warm');

    decline(tanaka);

    expect(bench.handoff(callId)).toMatchObject({ status: 'withdrawn' });
    expect(bench.offers(callId).at(-1)).toBe('tanaka named declined');
    expect(presenceOf(suzuki)).toBe('on-call');
  });

  it('gives the customer to the colleague when the line of who asked drops', () => {
    const callId = consultingCall();

    drop(callId, suzuki);

    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: 'tanaka' } });
    expect(isHeld(callId)).toBe(false);
    expect(statusOf(callId)).toBe('human-connected');
  });

  it('becomes a blind one when that line drops before the colleague answers', () => {
    const callId = talkingCall();
    transfer(callId, 'warm');

    bench.ended(bench.legOf(callId, 'agent').id);
    const waiting = statusOf(callId);
    bench.accept(tanaka, tanakasDesk);
    arrive(callId, tanaka);

    expect(waiting).toBe('transferring');
    expect(statusOf(callId)).toBe('human-connected');
    expect(isHeld(callId)).toBe(false);
  });

  it('lets the customer wait as long as any other from when the agent has left', () => {
    const callId = talkingCall();
    transfer(callId, 'warm');
    bench.pass(10);

    settle(callId, 'completed');

    const { id } = bench.handoff(callId);
    const giveUpAt = bench.stores.timers.dueAt(`give-up:${id}`);
    expect(giveUpAt).toEqual(new Date(bench.clock.now().getTime() + 45_000));
  });

  it('ends with the call', () => {
    const callId = consultingCall();

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(bench.handoff(callId).status).toBe('withdrawn');
    expect(statusOf(callId)).toBe('completed');
  });

  it('keeps everybody from holding, transferring or settling what is not theirs meanwhile', () => {
    const callId = consultingCall();

    expect(() => hold(callId, false)).toThrow('being transferred');
    expect(() => transfer(callId, 'blind', tanaka, suzuki)).toThrow('being transferred');
    expect(() => settle(callId, 'completed', tanaka)).toThrow('no transfer in progress');
  });

  it('cannot be joined before the colleague is there', () => {
    const callId = talkingCall();
    transfer(callId, 'warm');

    expect(() => settle(callId, 'joined')).toThrow('not there yet');
  });
});

describe('three who talk', () => {
  function threeWayCall(): CallId {
    const callId = consultingCall();
    settle(callId, 'joined');
    return callId;
  }

  it('hear each other', () => {
    const callId = threeWayCall();

    expect(isHeld(callId)).toBe(false);
    expect([presenceOf(suzuki), presenceOf(tanaka)]).toEqual(['on-call', 'on-call']);
  });

  it.each(['suzuki', 'tanaka'])('go on without %s, who left, and the last one may not leave', (name) => {
    const callId = threeWayCall();
    const [first, last] = name === 'suzuki' ? [suzuki, tanaka] : [tanaka, suzuki];

    leave(callId, first);

    expect(presenceOf(first)).toBe('wrap-up');
    expect(statusOf(callId)).toBe('human-connected');
    expect(() => leave(callId, last)).toThrow('you talk with the customer');
  });

  it('are asked to return when the last one drops out', () => {
    const callId = threeWayCall();
    leave(callId, suzuki);

    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.offers(callId).at(-1)).toBe('tanaka return open');
    expect(isHeld(callId)).toBe(true);
  });

  it('can be transferred on by a warm transfer only', () => {
    const sato = bench.agent('sato', 'agent', 3);
    const callId = threeWayCall();
    bench.connect(sato, 3);

    expect(() => transfer(callId, 'blind', suzuki, sato)).toThrow('somebody else has the call, too');
    transfer(callId, 'warm', suzuki, sato);

    expect(bench.offers(callId).at(-1)).toBe('sato named open');
  });

  describe.each<[string, (callId: CallId) => void]>([
    ['completes it', (callId) => settle(callId, 'completed')],
    ['leaves', (callId) => leave(callId, suzuki)],
    ['drops out', (callId) => drop(callId, suzuki)],
  ])('when one of them asks a fourth and %s before that one has come', (_what, depart) => {
    it.each(['asked', 'on the way'])('keep the customer, and who is %s is not needed', (stage) => {
      const sato = bench.agent('sato', 'agent', 3);
      const callId = threeWayCall();
      const satosDesk = bench.connect(sato, 3);
      transfer(callId, 'warm', suzuki, sato);
      if (stage === 'on the way') bench.accept(sato, satosDesk);

      depart(callId);

      expect(statusOf(callId)).toBe('human-connected');
      expect(isHeld(callId)).toBe(false);
      expect(bench.handoff(callId).status).toBe('withdrawn');
      expect([legOf(callId, tanaka)?.state, legOf(callId, sato)]).toEqual(['in-conference', undefined]);
      expect([presenceOf(tanaka), presenceOf(sato)]).toEqual(['on-call', 'available']);
    });
  });

  it('are two when the line of the one who does not ask drops meanwhile, who is told to be free', () => {
    const sato = bench.agent('sato', 'agent', 3);
    const callId = threeWayCall();
    bench.connect(sato, 3);
    transfer(callId, 'warm', suzuki, sato);

    drop(callId, tanaka);

    expect(announced(tanaka)).toBe('available');
    expect(bench.handoff(callId).status).toBe('offering');
  });
});
