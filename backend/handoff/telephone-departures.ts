import type { CallEnding } from '../calls/call-ending.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { othersHeard, talkedOn } from '../calls/talk.ts';
import type { AgentId } from '../contract/ids.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffStore } from './handoff-store.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface TelephoneDeparturesOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly nextAgents: NextAgents;
  readonly callEndedFor: (agentId: AgentId, reachedCustomer: boolean) => void;
}

/**
 * An agent has put down their own telephone. It has no other button, so that it means what the console's means (decision 31): who talks
 * with the customer ends the call, unless a colleague talks with them, too; who stands by or is consulted leaves; who consults leaves the
 * customer to the colleague.
 */
export function createTelephoneDepartures(
  options: TelephoneDeparturesOptions,
): (leg: LegRow, agentId: AgentId) => void {
  const { calls, legs, ending, handoffs, runner, callEndedFor } = options;

  return (leg, agentId) => {
    const call = calls.find(leg.callId);
    if (call === null) return;
    const handoff = handoffs.openOfCall(call.id);
    const othersTalk = othersHeard(legs.ofCall(call.id), leg.id).length > 0;
    const talked = talkedOn(leg, call);

    if (handoff !== null && handoff.status !== 'connected') {
      if (handoff.legId === leg.id) {
        runner.apply(handoff.id, { type: 'agent-left', legId: leg.id, ...options.nextAgents(handoff) });
      } else if (handoff.askerLegId === leg.id) {
        runner.apply(handoff.id, { type: 'transfer-completed', othersTalk });
      }
    } else {
      if (handoff?.legId === leg.id) runner.close(handoff.id);
      if (call.status === 'human-connected' && !othersTalk) ending.end(call.id, { type: 'ended-by-agent' });
    }
    callEndedFor(agentId, talked);
  };
}
