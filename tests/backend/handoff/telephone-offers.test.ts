import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReachByPhone } from '../../../backend/contract/agents.ts';
import type { AgentId, CallId, ClientId, LegId } from '../../../backend/contract/ids.ts';
import type { TelephoneInstruction } from '../../../backend/telephony/carrier-events.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let tanaka: AgentId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  tanaka = bench.agent('tanaka', 'agent', 2);
});

afterEach(() => bench[Symbol.dispose]());

function giveTelephone(agentId: AgentId, reachByPhone: ReachByPhone = 'offline'): void {
  const phoneNumber = `+8131234567${agentId === suzuki ? 1 : 2}`;
  bench.stores.agents.change(agentId, { phoneNumber, phoneVerified: true, reachByPhone });
}

/** The customer waits, or is about to. */
function wantedCall(urgency: 'prepare' | 'connect' = 'connect'): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, urgency);
  return callId;
}

/** The telephones that were rung for the call, in order. */
function rung(callId: CallId): LegId[] {
  return bench
    .commands(callId)
    .flatMap((command) => (command.type === 'ring-telephone' ? command.legId : []));
}

function lastRung(callId: CallId): LegId {
  const legId = rung(callId).at(-1);
  if (legId === undefined) throw new Error('no telephone was rung');
  return legId;
}

function event(callId: CallId, legId: LegId) {
  return { callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() };
}

function pickUp(callId: CallId, legId = lastRung(callId)): TelephoneInstruction {
  bench.clock.pass(0.001);
  const { carrierEvents } = bench.flow;
  return bench.database.transaction(() => carrierEvents.telephoneAnswered(event(callId, legId)));
}

function press(callId: CallId, key: string, legId = lastRung(callId)): TelephoneInstruction {
  bench.clock.pass(0.001);
  const { carrierEvents } = bench.flow;
  return bench.database.transaction(() => carrierEvents.telephoneKeyPressed(event(callId, legId), key));
}

/** The agent talks with the customer on their own telephone. */
function talkingOnTelephone(): { readonly callId: CallId; readonly legId: LegId } {
  const callId = wantedCall();
  const legId = lastRung(callId);
  pickUp(callId);
  press(callId, '1');
  bench.joined(legId);
  return { callId, legId };
}

function presenceOf(agentId: AgentId) {
  return bench.team.presence.statusOf(agentId).presence;
}

describe('an offer on an agent’s own telephone', () => {
  it('says whose call it is, and lets nobody in without a key', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();

    const asked = pickUp(callId);

    expect(asked).toEqual({
      type: 'ask',
      say: 'ミナト工業様のお電話です。1を押すとつながります。',
      language: 'ja-JP',
    });
    expect(bench.offers(callId)).toEqual(['suzuki best open']);
    expect(presenceOf(suzuki)).toBe('available');
    expect(bench.flow.publisher.view(callId).participants.map(({ kind }) => kind)).toEqual([
      'customer',
      'ai',
    ]);
  });

  it('is claimed by 1, and the agent enters the conference of the call', () => {
    giveTelephone(suzuki);
    const { callId, legId } = talkingOnTelephone();

    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: suzuki } });
    expect(bench.stores.legs.find(legId)).toMatchObject({ agentId: suzuki, via: 'phone', muted: false });
    expect(presenceOf(suzuki)).toBe('on-call');
  });

  it('lets an agent in muted while the customer is on hold, and unmutes them when they are wanted', () => {
    giveTelephone(suzuki);
    const callId = wantedCall('prepare');

    const asked = pickUp(callId);
    const entered = press(callId, '1');
    bench.joined(lastRung(callId));
    const standby = bench.handoff(callId).status;
    bench.request(callId, 'connect');
    bench.database.transaction(() => {
      const open = bench.stores.handoffs.openOfCall(callId);
      if (open !== null)
        bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, bench.connect(suzuki));
    });

    expect(asked).toMatchObject({ say: expect.stringContaining('保留中') });
    expect(entered).toMatchObject({ type: 'enter', muted: true });
    expect(standby).toBe('standby');
    expect(bench.commands(callId)).toContainEqual(
      expect.objectContaining({ type: 'mute-leg', muted: false }),
    );
  });

  it('goes to the next agent when another key is pressed', () => {
    giveTelephone(suzuki);
    giveTelephone(tanaka);
    const callId = wantedCall();

    const answered = press(callId, '3');

    expect(answered).toMatchObject({ type: 'hang-up', say: '承知しました。ほかの担当者にお願いします。' });
    expect(bench.offers(callId)).toEqual(['suzuki best declined', 'tanaka best open']);
  });

  it.each(['before it was answered', 'after it was'])('goes to the next agent when it is over %s', (when) => {
    giveTelephone(suzuki);
    giveTelephone(tanaka);
    const callId = wantedCall();
    const legId = lastRung(callId);
    if (when === 'after it was') pickUp(callId);

    bench.ended(legId);

    expect(bench.offers(callId)).toEqual(['suzuki best declined', 'tanaka best open']);
    expect(rung(callId)).toHaveLength(2);
  });

  it('stops ringing after its time, which is longer than on the screen', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    const legId = lastRung(callId);
    pickUp(callId);

    bench.pass(29);
    const before = bench.offers(callId);
    bench.pass(1);

    expect(before).toEqual(['suzuki best open']);
    expect(bench.offers(callId)[0]).toBe('suzuki best expired');
    expect(bench.commands(callId)).toContainEqual(
      expect.objectContaining({ type: 'dismiss-telephone', legId }),
    );
  });

  it('goes to whoever is first of two, and the other hears that they were too late', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    pickUp(callId);
    const taken = bench.connect(tanaka, 2);
    bench.database.transaction(() => bench.flow.requests.press({ id: tanaka, role: 'agent' }, callId, taken));

    const tooLate = press(callId, '1');

    expect(tooLate).toMatchObject({
      type: 'hang-up',
      say: expect.stringContaining('ほかの担当者が受けたか'),
    });
    expect(bench.handoff(callId)).toMatchObject({ status: 'joining', agent: { id: tanaka } });
    expect(bench.stores.legs.find(lastRung(callId))).toMatchObject({ agentId: null, state: 'left' });
  });

  it('is taken on the screen by an agent whose telephone rings, too, which then stops', () => {
    giveTelephone(suzuki, 'always');
    const desk: ClientId = bench.connect(suzuki);
    const callId = wantedCall();
    pickUp(callId);

    bench.accept(suzuki, desk);

    expect(bench.handoff(callId)).toMatchObject({ status: 'joining', agent: { id: suzuki } });
    expect(
      bench
        .commands(callId)
        .slice(-2)
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(['dismiss-telephone', 'ring-softphone']);
  });

  it('is pressed for twice with the same end', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();

    const first = press(callId, '1');
    bench.joined(lastRung(callId));
    const again = press(callId, '1');

    expect(first.type).toBe('enter');
    expect(again.type).toBe('hang-up');
    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: suzuki } });
  });

  it('rings one call at a time', () => {
    giveTelephone(suzuki);
    bench.stores.agents.change(suzuki, { concurrency: 3 });
    const first = wantedCall('prepare');
    const second = wantedCall();

    expect([rung(first), rung(second)].map((legs) => legs.length)).toEqual([1, 0]);
  });

  it('is not company for the customer, who hears hold audio when nobody else is there', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    bench.flow.notices.tell({ type: 'customer-alone', callId });

    expect(bench.legOf(callId, 'customer').onHold).toBe(true);
  });

  it('is over with the call', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    pickUp(callId);

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(bench.offers(callId)).toEqual(['suzuki best withdrawn']);
    expect(press(callId, '1')).toMatchObject({ type: 'hang-up' });
    expect(presenceOf(suzuki)).toBe('available');
  });

  it('knows nothing of a leg that was never rung', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    const stranger = bench.legOf(callId, 'customer').id;

    expect(press(callId, '1', stranger)).toMatchObject({ type: 'hang-up' });
  });
});

describe('an agent who puts down their own telephone', () => {
  it('ends the call when they talked with the customer', () => {
    giveTelephone(suzuki);
    const { callId, legId } = talkingOnTelephone();

    bench.ended(legId);

    expect(bench.flow.publisher.view(callId)).toMatchObject({ status: 'completed' });
    expect(presenceOf(suzuki)).toBe('wrap-up');
  });

  it('leaves the standby to somebody else', () => {
    giveTelephone(suzuki);
    giveTelephone(tanaka);
    const callId = wantedCall('prepare');
    const legId = lastRung(callId);
    press(callId, '1');
    bench.joined(legId);

    bench.ended(legId);

    expect(bench.offers(callId)).toEqual(['suzuki best accepted', 'tanaka best open']);
    expect(presenceOf(suzuki)).toBe('available');
  });

  it('is not taken to have done so when the carrier could not unmute them', () => {
    giveTelephone(suzuki);
    const { callId, legId } = talkingOnTelephone();
    bench.stores.legs.update(legId, { muted: true });

    bench.ended(legId);

    expect(bench.flow.publisher.view(callId)).toMatchObject({ status: 'transferring' });
  });

  it('never was on the way after all: the next agent is asked', () => {
    giveTelephone(suzuki);
    giveTelephone(tanaka);
    const callId = wantedCall();
    const legId = lastRung(callId);
    press(callId, '1');

    bench.ended(legId);

    expect(bench.offers(callId)).toEqual(['suzuki best accepted', 'tanaka best open']);
  });
});

describe('a transfer to an agent’s own telephone', () => {
  it('puts the colleague through who presses 1', () => {
    const desk = bench.connect(suzuki);
    const callId = wantedCall();
    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);
    giveTelephone(tanaka);
    bench.database.transaction(() =>
      bench.flow.transfers.begin({ id: suzuki, role: 'agent' }, callId, { toAgentId: tanaka, mode: 'blind' }),
    );

    press(callId, '1');
    bench.joined(lastRung(callId));

    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: tanaka } });
  });

  it('lets who consults a colleague leave them the customer by putting the telephone down', () => {
    giveTelephone(suzuki);
    const { callId, legId } = talkingOnTelephone();
    const tanakasDesk = bench.connect(tanaka, 2);
    bench.database.transaction(() =>
      bench.flow.transfers.begin({ id: suzuki, role: 'agent' }, callId, { toAgentId: tanaka, mode: 'warm' }),
    );
    bench.accept(tanaka, tanakasDesk);
    const tanakas = bench.stores.legs.ofCall(callId).find((leg) => leg.agentId === tanaka);
    if (tanakas !== undefined) bench.joined(tanakas.id);

    bench.ended(legId);

    expect(bench.handoff(callId)).toMatchObject({ status: 'connected', agent: { id: tanaka } });
    expect(bench.flow.publisher.view(callId).status).toBe('human-connected');
  });
});

describe('a restart while an agent’s telephone rings', () => {
  it('gives them the whole time again, and takes the call by 1 as if nothing had happened', () => {
    giveTelephone(suzuki);
    const callId = wantedCall();
    bench.pass(20);

    bench.database.transaction(bench.flow.resumeHandoffs);
    bench.pass(20);
    const entered = press(callId, '1');

    expect(entered.type).toBe('enter');
    expect(rung(callId)).toHaveLength(1);
  });
});
