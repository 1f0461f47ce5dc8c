import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { user } from '../../../backend/db/schema/accounts.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

let bench: HandoffBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createHandoffBench();
  suzuki = bench.agent('suzuki', 'agent', 1);
  bench.stores.agents.change(suzuki, {
    phoneNumber: '+81312345671',
    phoneVerified: true,
    reachByPhone: 'always',
  });
});

afterEach(() => bench[Symbol.dispose]());

function disable(agentId: AgentId): void {
  bench.database.query.update(user).set({ banned: true }).where(eq(user.id, agentId)).run();
  bench.team.presence.refresh(agentId);
}

function wantedCall(): CallId {
  const callId = bench.answeredCall();
  bench.request(callId, 'connect');
  return callId;
}

describe('a disabled account with a telephone of its own', () => {
  it('loses the offer that is open, whose telephone stops ringing, to a colleague', () => {
    const tanaka = bench.agent('tanaka', 'agent', 2);
    bench.connect(tanaka);
    const callId = wantedCall();
    const legId = bench.legOf(callId, 'agent').id;
    bench.pass(1);

    disable(suzuki);

    expect(bench.offers(callId)).toEqual(['suzuki best withdrawn', 'tanaka best open']);
    expect(bench.stores.legs.find(legId)).toMatchObject({ state: 'left' });
  });

  it('is asked about no other customer', () => {
    bench.team.presence.refresh(suzuki);
    disable(suzuki);

    expect(bench.offers(wantedCall())).toEqual([]);
    expect(bench.team.presence.statusOf(suzuki)).toMatchObject({ presence: 'offline', reachability: 'none' });
  });

  it('is not handed a customer by a colleague', () => {
    const tanaka = bench.agent('tanaka', 'agent', 2);
    const desk = bench.connect(tanaka);
    disable(suzuki);
    const callId = wantedCall();
    bench.accept(tanaka, desk);
    bench.joined(bench.legOf(callId, 'agent').id);

    const handOver = () =>
      bench.database.transaction(() =>
        bench.flow.transfers.begin({ id: tanaka, role: 'agent' }, callId, {
          toAgentId: suzuki,
          mode: 'blind',
        }),
      );

    expect(handOver).toThrow(expect.objectContaining({ code: 'agent-not-reachable' }));
  });
});
