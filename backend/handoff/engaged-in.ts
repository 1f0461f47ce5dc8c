import type { LegStore } from '../calls/leg-store.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { HandoffStore } from './handoff-store.ts';

interface EngagedInSources {
  readonly handoffs: Pick<HandoffStore, 'openOfAgent'>;
  readonly legs: Pick<LegStore, 'presentOfAgent'>;
}

/** The call that the agent has claimed, else whose conference they are in or on the way to. */
export function engagedIn({ handoffs, legs }: EngagedInSources, agentId: AgentId): CallId | null {
  const claimed = handoffs.openOfAgent(agentId)[0]?.callId;
  return claimed ?? legs.presentOfAgent(agentId)[0]?.callId ?? null;
}
