import type { CallLegs } from '../calls/call-legs.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { AgentId } from '../contract/ids.ts';

interface DroppedAgentsOptions {
  readonly legs: Pick<LegStore, 'presentOfAgent'>;
  readonly callLegs: Pick<CallLegs, 'drop'>;
}

/**
 * An agent whose account is disabled goes from the calls that their softphone is on, as if its line had dropped: the customer hears hold
 * audio, and others are asked. Their own telephone is theirs, and is left to its call.
 */
export function createDroppedAgents({ legs, callLegs }: DroppedAgentsOptions): (agentId: AgentId) => void {
  return (agentId) => {
    const present = legs.presentOfAgent(agentId);
    for (const { id } of present.filter(({ kind, via }) => kind === 'agent' && via === 'softphone')) {
      callLegs.drop(id);
    }
  };
}
