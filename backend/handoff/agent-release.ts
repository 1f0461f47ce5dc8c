import type { CallLegs } from '../calls/call-legs.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { AgentId, LegId } from '../contract/ids.ts';

interface AgentReleaseOptions {
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'remove'>;
  readonly callEndedFor: (agentId: AgentId, reachedCustomer: boolean) => void;
}

/** An agent who had the customer goes on purpose, and the call goes on: a wrap-up follows. */
export type AgentRelease = (legId: LegId) => void;

export function createAgentRelease({ legs, callLegs, callEndedFor }: AgentReleaseOptions): AgentRelease {
  return (legId) => {
    callLegs.remove(legId);
    const agentId = legs.find(legId)?.agentId ?? null;
    if (agentId !== null) callEndedFor(agentId, true);
  };
}
