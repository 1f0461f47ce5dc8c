import type { Viewer } from '../auth/visibility.ts';
import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import type { CallId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffStore } from './handoff-store.ts';
import type { NextAgents } from './next-agents.ts';

interface AgentDeparturesOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly nextAgents: NextAgents;
}

/**
 * An agent leaves a call on which they do not talk yet: standby goes to somebody else, a call dialled by hand ends. Who is not on it any
 * more has left it already. Refuses with `call-in-progress` to an agent who talks with the customer.
 */
export function createAgentDepartures(
  options: AgentDeparturesOptions,
): (caller: Viewer, callId: CallId) => void {
  const { calls, legs, ending, handoffs, runner } = options;

  return (caller, callId) => {
    const call = calls.find(callId);
    const leg = legs.ofCall(callId).find((one) => one.agentId === caller.id && one.state !== 'left');
    if (call === null || leg === undefined || isOver(call.status)) return;
    if (call.mode === 'agent' && call.answeredAt === null) ending.end(callId, { type: 'ended-by-agent' });
    else giveUpStandby(callId, leg);
  };

  function giveUpStandby(callId: CallId, leg: LegRow): void {
    const handoff = handoffs.openOfCall(callId);
    if (handoff?.legId !== leg.id || handoff.status === 'connected') {
      throw new Refusal('call-in-progress', 'you talk with the customer: end the call, or hand it over');
    }
    const next = options.nextAgents(handoff);
    runner.apply(handoff.id, { type: 'agent-left', legId: leg.id, next });
  }
}
