import type { AgentId } from '../contract/ids.ts';
import type { Supervision } from '../contract/supervision.ts';
import type { SupervisionRow } from './supervision-store.ts';

/** A supervision that is not over, as consoles see it. */
export function viewSupervision(
  { callId, legId, supervisorId, mode, joinedAt, startedAt }: SupervisionRow,
  nameOfAgent: (agentId: AgentId) => string,
): Supervision {
  return {
    callId,
    legId,
    supervisor: { id: supervisorId, name: nameOfAgent(supervisorId) },
    state: joinedAt === null ? 'joining' : 'present',
    mode,
    startedAt: startedAt.toISOString(),
  };
}
