import type { AgentStatus } from '../../backend/contract/agents.ts';

/** Can be given a call now. */
export function isFree({ presence, reachability }: AgentStatus): boolean {
  return presence === 'available' && reachability !== 'none';
}

/** Everybody but the agent, those who are free first. */
export function colleaguesOf(agents: readonly AgentStatus[], me: string): readonly AgentStatus[] {
  return agents
    .filter(({ agentId }) => agentId !== me)
    .sort((a, b) => Number(isFree(b)) - Number(isFree(a)) || a.name.localeCompare(b.name, 'ja'));
}
