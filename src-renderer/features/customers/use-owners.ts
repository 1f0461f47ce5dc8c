import type { AgentId } from '../../../backend/contract/ids.ts';
import { useAgents, useSession } from '../../platform/queries.ts';

interface Owner {
  readonly id: AgentId;
  readonly name: string;
}

/** Whom the signed-in agent may make an owner, or look for: an admin everybody, an agent themselves. */
export function useOwners(): readonly Owner[] {
  const user = useSession().data?.user;
  const agents = useAgents().data ?? [];
  return agents
    .filter(({ agentId }) => user?.role === 'admin' || agentId === user?.id)
    .map(({ agentId, name }) => ({ id: agentId, name }));
}
