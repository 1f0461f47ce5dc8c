import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('while the customer is still speaking', () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
    bench.clock.pass(3);
    const leg = { callId, legId: bench.legOf(callId, 'ai').id, legRef: 'CA ai', at: bench.clock.now() };
    bench.database.transaction(() => {
      const first = bench.flow.carrierEvents.aiStarted(leg);
      if (first.type === 'listen') bench.flow.carrierEvents.aiHeard(leg, first.round, { type: 'silence' });
    });
  });

  afterEach(() => bench[Symbol.dispose]());

  function guess(text: string): void {
    const round = bench.stores.conversations.find(callId)?.round ?? 0;
    bench.flow.carrierEvents.partialHeard(callId, text, round);
  }

  function handoff() {
    return bench.stores.handoffs.lastOfCall(callId);
  }

  it('an agent is asked as soon as two guesses agree on a hold', () => {
    guess('担当に代わりますので');
    expect(handoff()).toBeNull();

    guess('担当に代わりますので少々');

    expect(handoff()).toMatchObject({ urgency: 'prepare', reason: 'put-on-hold', requestedBy: 'ai' });
  });

  it('nobody is asked for words that bring no human', () => {
    guess('どちら様でしょう');
    guess('どちら様でしょうか');

    expect(handoff()).toBeNull();
  });

  it('nobody is asked once the call is over', () => {
    guess('担当に代わりますので');
    bench.database.transaction(() => bench.flow.ending.end(callId, { type: 'ended-by-agent' }));

    guess('担当に代わりますので少々');

    expect(handoff()).toBeNull();
  });
});
