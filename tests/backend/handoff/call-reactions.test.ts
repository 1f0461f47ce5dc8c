import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, ClientId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let desk: ClientId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki');
  desk = bench.connect(suzuki);
});

afterEach(() => bench[Symbol.dispose]());

/** Suzuki talks with the customer. */
function talkingCall(): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, 'connect');
  bench.accept(suzuki, desk);
  bench.joined(bench.legOf(callId, 'agent').id);
  return callId;
}

/** Suzuki listens, and is not heard yet. */
function standbyCall(): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, 'prepare');
  bench.accept(suzuki, desk);
  bench.joined(bench.legOf(callId, 'agent').id);
  return callId;
}

/** Somebody else who can be asked. */
function colleague(): AgentId {
  const tanaka = bench.agent('tanaka');
  bench.connect(tanaka, 2);
  return tanaka;
}

function statusOf(callId: CallId): string | undefined {
  return bench.stores.calls.find(callId)?.status;
}

describe("an agent's line that drops in a talk", () => {
  it('puts the customer on hold and asks the agent first to return', () => {
    const callId = talkingCall();

    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.legOf(callId, 'customer').onHold).toBe(true);
    expect(statusOf(callId)).toBe('transferring');
    expect(bench.handoff(callId)).toMatchObject({ reason: 'agent-line-dropped', urgency: 'connect' });
    expect(bench.offers(callId)).toEqual(['suzuki best accepted', 'suzuki return open']);
  });

  it('is mended when the agent returns: the hold ends', () => {
    const callId = talkingCall();
    bench.ended(bench.legOf(callId, 'agent').id);

    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);

    expect(statusOf(callId)).toBe('human-connected');
    expect(bench.legOf(callId, 'customer').onHold).toBe(false);
  });

  it('keeps the call for the agent while the console is reloaded', () => {
    const callId = talkingCall();
    bench.ended(bench.legOf(callId, 'agent').id);

    bench.team.connections.softphone(suzuki, desk, false);
    const away = bench.team.presence.statusOf(suzuki).presence;
    bench.pass(5);

    expect(away).toBe('offline');
    expect(bench.offers(callId).at(-1)).toBe('suzuki return open');
  });

  it('gives the agent the whole time again from when the console is back', () => {
    const callId = talkingCall();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.team.connections.softphone(suzuki, desk, false);
    bench.pass(6);

    bench.team.connections.softphone(suzuki, desk, true);
    bench.pass(7);

    expect(bench.offers(callId).at(-1)).toBe('suzuki return open');
  });

  it('lets others be asked when the agent does not return in time', () => {
    const callId = talkingCall();
    colleague();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.team.connections.softphone(suzuki, desk, false);

    bench.pass(8);

    expect(bench.offers(callId).slice(-2)).toEqual(['suzuki return expired', 'tanaka best open']);
  });

  it('lets others be asked when the agent does not want to return', () => {
    const callId = talkingCall();
    colleague();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.pass(1);

    bench.database.transaction(() =>
      bench.flow.offers.decline({ id: suzuki, role: 'agent' }, bench.offerTo(suzuki).id, 'busy'),
    );

    expect(bench.offers(callId).slice(-2)).toEqual(['suzuki return declined', 'tanaka best open']);
  });

  it('lets others be asked at once when the agent has signed out', () => {
    const callId = talkingCall();
    colleague();

    bench.team.connections.signedOut(suzuki, desk);
    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.offers(callId).at(-1)).toBe('tanaka best open');
  });

  it('lets others be asked as soon as the agent signs out', () => {
    const callId = talkingCall();
    colleague();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.pass(1);

    bench.team.connections.signedOut(suzuki, desk);

    expect(bench.offers(callId).slice(-2)).toEqual(['suzuki return withdrawn', 'tanaka best open']);
  });

  it('brings the AI back when nobody takes the customer', () => {
    const callId = talkingCall();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.team.connections.signedOut(suzuki, desk);

    expect(bench.handoff(callId).status).toBe('failed');
    expect(bench.stores.conversations.find(callId)?.phase).toBe('recovering');
    expect(bench.legOf(callId, 'ai')).toMatchObject({ label: 'ai-2', state: 'joining' });
  });

  it('is given up within the time of a handoff, whoever is still being asked', () => {
    const callId = talkingCall();
    colleague();
    bench.ended(bench.legOf(callId, 'agent').id);

    bench.pass(45);

    expect(bench.handoff(callId).status).toBe('failed');
    expect(bench.offers(callId).filter((offer) => offer.endsWith('open'))).toEqual([]);
  });

  it('changes nothing while another agent talks with the customer', () => {
    const callId = talkingCall();
    const call = bench.stores.calls.find(callId);
    if (call === null) throw new Error('the call is missing');
    const dropping = bench.legOf(callId, 'agent').id;
    bench.joined(bench.ring(call, colleague(), desk));

    bench.ended(dropping);

    expect(statusOf(callId)).toBe('human-connected');
    expect(bench.legOf(callId, 'customer').onHold).toBe(false);
  });

  it('is not missed when the agent has ended the call before it', () => {
    const callId = talkingCall();
    bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'ended-by-agent' }));

    bench.ended(bench.legOf(callId, 'agent').id);

    expect(statusOf(callId)).toBe('completed');
    expect(bench.offers(callId)).toEqual(['suzuki best accepted']);
  });

  it('ends a call dialled by hand that the customer has not answered', () => {
    const callId = bench.dialledCall(suzuki, desk);

    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.stores.calls.find(callId)).toMatchObject({ status: 'failed', resultReason: 'no-agent' });
  });
});

describe("an agent's line that drops on standby", () => {
  it('asks the agent first to come back, and leaves the customer with the AI', () => {
    const callId = standbyCall();

    bench.ended(bench.legOf(callId, 'agent').id);

    expect(bench.offers(callId).at(-1)).toBe('suzuki return open');
    expect(statusOf(callId)).toBe('ai-responding');
  });
});

describe('an agent on the way', () => {
  it('is rung once more when the leg breaks, and then others are asked', () => {
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');
    bench.accept(suzuki, desk);
    colleague();

    bench.ended(bench.legOf(callId, 'agent').id);
    const again = bench.handoff(callId);
    bench.ended(bench.legOf(callId, 'agent').id);

    expect(again).toMatchObject({ status: 'joining', agent: { id: 'suzuki' } });
    expect(bench.offers(callId).at(-1)).toBe('tanaka best open');
  });
});

describe("the AI's leg", () => {
  it('is replaced when it breaks in the dialogue', () => {
    const callId = bench.answeredCall();

    bench.ended(bench.legOf(callId, 'ai').id);

    expect(bench.legOf(callId, 'ai')).toMatchObject({ label: 'ai-2', state: 'joining' });
  });

  function breaks(callId: CallId, times: number): void {
    for (let broken = 0; broken < times; broken += 1) bench.ended(bench.legOf(callId, 'ai').id);
  }

  function leavesTaken(callId: CallId): number {
    return bench.commands(callId).filter(({ type }) => type === 'take-leave').length;
  }

  it('is not replaced for ever: the customer hears an apology before the end', () => {
    const callId = bench.answeredCall();

    breaks(callId, 4);
    const meanwhile = bench.stores.calls.find(callId);
    bench.ended(bench.legOf(callId, 'customer').id);

    expect(meanwhile).toMatchObject({ status: 'ai-responding', endedAt: null });
    expect(leavesTaken(callId)).toBe(1);
    expect(bench.stores.calls.find(callId)).toMatchObject({ status: 'failed', resultReason: 'carrier' });
  });

  it('is not replaced for ever, and what the dialogue has led to stands', () => {
    const callId = bench.answeredCall();
    const refusal = { result: 'rejected', reason: 'do-not-call' } as const;
    bench.database.transaction(() => bench.flow.ending.propose(callId, refusal, null));

    breaks(callId, 4);

    expect(leavesTaken(callId)).toBe(1);
    expect(bench.stores.calls.find(callId)).toMatchObject({ result: 'rejected' });
  });

  it('ends the call without a word while nobody has answered it', () => {
    const callId = bench.begunCall();
    const call = bench.stores.calls.find(callId);
    if (call === null) throw new Error('the call is missing');
    bench.database.transaction(() => bench.flow.callLegs.addAi(call));

    breaks(callId, 4);

    expect(leavesTaken(callId)).toBe(0);
    expect(bench.stores.calls.find(callId)).toMatchObject({ status: 'failed', resultReason: 'carrier' });
  });

  it('is replaced as often after a human had the call as before', () => {
    const callId = talkingCall();
    bench.ended(bench.legOf(callId, 'agent').id);
    bench.team.connections.signedOut(suzuki, desk);

    breaks(callId, 3);

    expect(leavesTaken(callId)).toBe(0);
    expect(bench.legOf(callId, 'ai')).toMatchObject({ label: 'ai-5', state: 'joining' });
  });

  it('is not missed once a human has the call', () => {
    const callId = talkingCall();

    bench.ended(bench.legOf(callId, 'ai').id);

    expect(bench.stores.legs.countOfKind(callId, 'ai')).toBe(1);
  });
});

describe('the end of a call', () => {
  it('withdraws what agents are being offered', () => {
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(bench.handoff(callId)).toMatchObject({ status: 'withdrawn', endedBecause: 'customer-left' });
    expect(bench.offers(callId)).toEqual(['suzuki best withdrawn']);
  });

  it('is followed by a wrap-up for the agent who talked', () => {
    const callId = talkingCall();

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(bench.team.presence.statusOf(suzuki).presence).toBe('wrap-up');
  });

  it('makes the agent available again at once who only stood by', () => {
    const callId = standbyCall();

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(bench.team.presence.statusOf(suzuki).presence).toBe('available');
  });
});
