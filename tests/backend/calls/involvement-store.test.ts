import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;
let callId: CallId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki');
  callId = bench.answeredCall();
  bench.stores.calls.update(callId, { ownerId: bench.agent('owner') });
});

afterEach(() => bench[Symbol.dispose]());

/** As one call is asked, and as lists are. */
function involvement(agentId: AgentId): [boolean, boolean] {
  const listed = bench.stores.callHistory.page({
    scope: { agentId },
    filter: { search: '' },
    before: null,
    limit: 5,
  });
  return [
    bench.stores.involvement.involvedIn(callId).includes(agentId),
    listed.some(({ id }) => id === callId),
  ];
}

describe('involvement in a call', () => {
  it('begins with an offer, and ends with it when it is declined', () => {
    bench.connect(suzuki);
    const before = involvement(suzuki);
    bench.request(callId, 'connect');
    const asked = involvement(suzuki);

    bench.database.transaction(() =>
      bench.flow.offers.decline({ id: suzuki, role: 'agent' }, bench.offerTo(suzuki).id, 'busy'),
    );

    expect([before, asked, involvement(suzuki)]).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  it('stays with whoever was in it', () => {
    const desk = bench.connect(suzuki);
    bench.request(callId, 'connect');
    bench.accept(suzuki, desk);
    bench.joined(bench.legOf(callId, 'agent').id);

    bench.ended(bench.legOf(callId, 'customer').id);

    expect(involvement(suzuki)).toEqual([true, true]);
  });
});
