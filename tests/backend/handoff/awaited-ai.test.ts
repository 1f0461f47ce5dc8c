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
    return bench.commands(callId).flatMap((one) => (one.type === 'hold-leg' ? [one.onHold] : []));
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
});
