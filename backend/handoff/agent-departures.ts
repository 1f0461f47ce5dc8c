import type { Viewer } from '../auth/visibility.ts';
import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { othersHeard } from '../calls/talk.ts';
import type { CallId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AgentRelease } from './agent-release.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface AgentDeparturesOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly ending: CallEnding;
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly nextAgents: NextAgents;
  readonly publisher: CallPublisher;
  readonly release: AgentRelease;
}

/**
 * An agent leaves a call on which they do not talk yet, or a colleague does: standby goes to somebody else, a call dialled by hand ends, the
 * customer stays with the colleague. Who is not on it any more has left it already. Refuses with `call-in-progress` to the only agent who
 * talks with the customer.
 */
export function createAgentDepartures(
  options: AgentDeparturesOptions,
): (caller: Viewer, callId: CallId) => void {
  const { calls, legs, ending, handoffs, runner } = options;

  return (caller, callId) => {
    const call = calls.find(callId);
    const leg = legs.ofCall(callId).find((one) => isOn(one, caller));
    if (call === null || leg === undefined || isOver(call.status)) return;
    if (call.mode === 'agent' && call.answeredAt === null) ending.end(callId, { type: 'ended-by-agent' });
    else leave(callId, leg);
  };

  function leave(callId: CallId, leg: LegRow): void {
    const handoff = handoffs.openOfCall(callId);
    if (handoff === null || handoff.status === 'connected') leaveToOthers(leg, handoff);
    else if (handoff.legId === leg.id) {
      // Unlike one whose line fails, who goes on purpose is not asked again.
      if (leg.agentId !== null) handoffs.declineAccepted(handoff.id, leg.agentId);
      runner.apply(handoff.id, { type: 'agent-left', legId: leg.id, ...options.nextAgents(handoff) });
    } else if (handoff.askerLegId === leg.id) {
      runner.apply(handoff.id, { type: 'transfer-completed', othersTalk: othersTalk(leg) });
    } else leaveToOthers(leg, null);
  }

  function leaveToOthers(leg: LegRow, connected: HandoffRow | null): void {
    if (!othersTalk(leg)) {
      throw new Refusal('call-in-progress', 'you talk with the customer: end the call, or hand it over');
    }
    options.release(leg.id);
    if (connected?.legId === leg.id) runner.close(connected.id);
    options.publisher.updated(leg.callId);
  }

  function othersTalk({ id, callId }: LegRow): boolean {
    return othersHeard(legs.ofCall(callId), id).length > 0;
  }
}

/** A supervisor is not one of those on the call. */
function isOn({ kind, agentId, state }: LegRow, caller: Viewer): boolean {
  return kind === 'agent' && agentId === caller.id && state !== 'left';
}
