import type { AgentId, CallId } from '../../backend/contract/ids.ts';
import { createHandoffBench } from './handoff-bench.ts';

/** The bench with one agent, Suzuki, at her desk: asked before everybody else. */
export function createDeskBench() {
  const bench = createHandoffBench();
  const suzuki = bench.agent('suzuki', 'agent', 1);
  const desk = bench.connect(suzuki);
  return {
    ...bench,
    suzuki,
    desk,
    /** Somebody who waits for a human. */
    waitingCall(): CallId {
      const callId = bench.answeredCall();
      bench.request(callId, 'connect');
      return callId;
    },
    /** A second later, because no two things happen at the same moment. */
    decline(agentId: AgentId): void {
      bench.pass(1);
      bench.database.transaction(() =>
        bench.flow.offers.decline({ id: agentId, role: 'agent' }, bench.offerTo(agentId).id, 'busy'),
      );
    },
  };
}
