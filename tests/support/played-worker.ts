import { type AgentId, type CallId, type ClientId, clientIdSchema } from '../../backend/contract/ids.ts';
import type { HandoffBench } from './handoff-bench.ts';

/** What is known of an agent without asking the backend. */
export interface PlayedWorker {
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  call: CallId | null;
  restsUntil: number;
  onBreak: boolean;
}

export function hireWorker(bench: HandoffBench, index: number): PlayedWorker {
  const agentId = bench.agent(`agent${index}`, 'agent', 1 + (index % 3));
  const clientId = clientIdSchema.parse(`${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`);
  bench.team.connections.connected(agentId, clientId);
  bench.team.connections.softphone(agentId, clientId, true);
  return { agentId, clientId, call: null, restsUntil: 0, onBreak: false };
}

/** Why the backend should not ask them, by what is known without it; null when it may. */
export function whyNotAsked(worker: PlayedWorker, now: number, openOffers: number): string | null {
  if (worker.call !== null) return 'on a call';
  if (worker.onBreak) return 'on a break';
  if (worker.restsUntil > now + 1) return 'wrapping up';
  return openOffers > 1 ? 'being asked already' : null;
}
