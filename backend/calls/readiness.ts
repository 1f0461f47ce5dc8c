import type { Connections } from '../agents/connections.ts';
import type { PresenceReader } from '../agents/presence-reader.ts';
import type { AgentId } from '../contract/ids.ts';
import { Refusal } from '../kernel/errors.ts';

/** Whether an agent can be brought into a call: `ready` when their softphone can be rung and they are not on another one. */
export type Readiness = 'ready' | 'not-reachable' | 'on-a-call';

interface ReadinessSources {
  readonly presence: Pick<PresenceReader, 'statusOf'>;
  readonly connections: Pick<Connections, 'reachableClient'>;
}

export function readinessOf({ presence, connections }: ReadinessSources, agentId: AgentId): Readiness {
  if (presence.statusOf(agentId).activeCallId !== null) return 'on-a-call';
  return connections.reachableClient(agentId) === null ? 'not-reachable' : 'ready';
}

/** Also by their own telephone, which asks them before it puts them through. */
export function readinessOfAny(sources: ReadinessSources, agentId: AgentId): Readiness {
  const bySoftphone = readinessOf(sources, agentId);
  const byPhone = sources.presence.statusOf(agentId).reachability === 'phone';
  return bySoftphone === 'not-reachable' && byPhone ? 'ready' : bySoftphone;
}

/** Refuses with `agent-on-a-call` or `agent-not-reachable`. */
export function requireReady(readiness: Readiness): void {
  switch (readiness) {
    case 'ready':
      return;
    case 'on-a-call':
      throw new Refusal('agent-on-a-call', 'the agent is on a call');
    case 'not-reachable':
      throw new Refusal('agent-not-reachable', "the agent's softphone is not connected");
  }
}
