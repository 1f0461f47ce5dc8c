import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('the first round of listening to a customer who says nothing', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
  });

  afterEach(() => bench[Symbol.dispose]());

  /** What the AI says after a silence that ends so many seconds after the answer, or the joining. */
  function saidAfter(seconds: number): string | null {
    const { id: legId } = bench.legOf(callId, 'ai');
    const leg = () => ({ callId, legId, legRef: `CA ${legId}`, at: bench.clock.now() });
    const first = bench.database.transaction(() => bench.flow.carrierEvents.aiStarted(leg()));
    if (first.type !== 'listen') throw new Error('the AI does not listen');
    bench.clock.pass(seconds);
    const next = bench.database.transaction(() =>
      bench.flow.carrierEvents.aiHeard(leg(), first.round, { type: 'silence' }),
    );
    return next.type === 'listen' ? next.say : null;
  }

  function onlyTheAnswerIsTold(): void {
    const customer = bench.legOf(callId, 'customer');
    const answeredAt = bench.clock.now();
    bench.stores.legs.update(customer.id, { state: 'joining', joinedAt: null, answeredAt });
  }

  it('is followed by the opening', () => {
    expect(saidAfter(2.1)).not.toBeNull();
  });

  it('is followed by the opening though nothing tells that they are in the conference, if they have answered', () => {
    onlyTheAnswerIsTold();

    expect(saidAfter(2.6)).not.toBeNull();
  });

  it('leaves them the time to say a first word', () => {
    onlyTheAnswerIsTold();

    expect(saidAfter(2.1)).toBeNull();
  });
});
