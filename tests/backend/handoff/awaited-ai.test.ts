import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('a customer whose AI is lost', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    aiStarts();
    bench.ended(bench.legOf(callId, 'ai').id);
  });

  afterEach(() => bench[Symbol.dispose]());

  function aiStarts(): void {
    const { id: legId } = bench.legOf(callId, 'ai');
    const leg = { callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() };
    bench.database.transaction(() => bench.flow.carrierEvents.aiStarted(leg));
  }

  function holds(): boolean[] {
    return holdsOf(bench, callId);
  }

  it('hears nothing of it when another one comes in time', () => {
    bench.pass(2);
    aiStarts();
    bench.pass(5);

    expect(holds()).toEqual([]);
  });

  it('hears a word and hold audio within five seconds when it does not, until it comes', () => {
    bench.pass(4);
    const meanwhile = holds();

    aiStarts();

    expect(meanwhile).toEqual([true]);
    expect(holds()).toEqual([true, false]);
  });

  it('is waited with no more when the call is over', () => {
    bench.ended(bench.legOf(callId, 'customer').id);
    bench.pass(10);

    expect(holds()).toEqual([]);
  });
});

describe('a customer on hold whose handoff is given up', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    bench.connect(bench.agent('suzuki'));
    callId = bench.answeredCall();
    bench.request(callId, 'connect');
  });

  afterEach(() => bench[Symbol.dispose]());

  function giveUp(): void {
    const handoff = bench.handoff(callId);
    bench.database.transaction(() =>
      bench.flow.onHandoffTimer({ type: 'handoff-gave-up', handoffId: handoff.id }),
    );
  }

  function hold(): void {
    bench.database.transaction(() => bench.flow.callLegs.holdCustomer(callId, true));
  }

  it('is taken off hold at once by an AI that is there', () => {
    hold();

    giveUp();

    expect(holdsOf(bench, callId)).toEqual([true, false]);
  });

  it('stays on hold until an AI that is only on its way begins to speak', () => {
    bench.ended(bench.legOf(callId, 'ai').id);
    hold();

    giveUp();
    const before = holdsOf(bench, callId);
    const { id: legId } = bench.legOf(callId, 'ai');
    const leg = { callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() };
    bench.database.transaction(() => bench.flow.carrierEvents.aiStarted(leg));

    expect(before).toEqual([true]);
    expect(holdsOf(bench, callId)).toEqual([true, false]);
  });

  it('hears hold audio in time when they were not, and the AI does not come', () => {
    bench.ended(bench.legOf(callId, 'ai').id);

    giveUp();
    bench.pass(4);

    expect(holdsOf(bench, callId)).toEqual([true]);
  });
});

describe('a customer who answers before the AI is there', () => {
  it('hears hold audio within five seconds when it does not come', () => {
    using bench = createHandoffBench();
    const callId = bench.answeredCall();
    const ai = bench.legOf(callId, 'ai');
    bench.stores.legs.update(ai.id, { state: 'joining', joinedAt: null });

    bench.pass(4);

    expect(bench.commands(callId)).toContainEqual(
      expect.objectContaining({ type: 'hold-leg', onHold: true }),
    );
  });

  it('hears no hold audio when it is there, and only the word of its joining is late', () => {
    using bench = createHandoffBench();
    const callId = bench.answeredCall();
    const ai = bench.legOf(callId, 'ai');
    const customer = bench.legOf(callId, 'customer');
    bench.stores.legs.update(ai.id, { state: 'joining', joinedAt: null, answeredAt: bench.clock.now() });
    bench.stores.legs.update(customer.id, { state: 'joining', joinedAt: null });
    const leg = { callId, legId: ai.id, legRef: `CA ${ai.id}`, at: bench.clock.now() };
    bench.database.transaction(() => bench.flow.carrierEvents.aiStarted(leg));

    bench.joined(customer.id);
    bench.pass(5);

    expect(holdsOf(bench, callId)).toEqual([]);
  });

  it('comes back from hold audio to an AI that is heard of only by what it hears', () => {
    using bench = createHandoffBench();
    const callId = bench.answeredCall();
    const { id: legId } = bench.legOf(callId, 'ai');
    const leg = { callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() };
    bench.database.transaction(() => {
      bench.flow.carrierEvents.aiStarted(leg);
      bench.flow.callLegs.holdCustomer(callId, true);
    });

    bench.database.transaction(() => bench.flow.carrierEvents.aiHeard(leg, 1, { type: 'silence' }));

    expect(holdsOf(bench, callId)).toEqual([true, false]);
  });
});

function holdsOf(bench: HandoffBench, callId: CallId): boolean[] {
  return bench.commands(callId).flatMap((one) => (one.type === 'hold-leg' ? [one.onHold] : []));
}
