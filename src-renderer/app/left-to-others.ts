import type { CallSession } from '../../backend/contract/calls.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import { isOver } from '../platform/call-state.ts';

/** Whether there is nothing left to end for who has hung up: the call is over, or a colleague is on it, or on the way to it. */
export function isLeftToOthers({ status, participants, handoff }: CallSession, me: AgentId): boolean {
  if (isOver(status)) return true;
  const colleagueTalks = participants.some(
    ({ agent, state }) => agent !== null && agent.id !== me && state !== 'left',
  );
  const colleagueComes = handoff?.agent !== null && handoff?.agent !== undefined && handoff.agent.id !== me;
  return colleagueTalks || colleagueComes;
}
