import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type {
  Supervision,
  SupervisionMode,
  WantedSupervision,
} from '../../../backend/contract/supervision.ts';
import { isOver, legOf } from '../../platform/call-state.ts';

/** What an admin can do with somebody else's call. `agent`: who talks with the customer; null while that is nobody of ours. */
export type SupervisionView =
  | { readonly type: 'none' }
  /** Another admin is on the call. */
  | { readonly type: 'taken'; readonly name: string }
  | { readonly type: 'free'; readonly agent: string | null }
  | { readonly type: 'joining'; readonly wanted: WantedSupervision }
  | { readonly type: 'present'; readonly mode: SupervisionMode; readonly agent: string | null };

export interface SupervisionSituation {
  readonly call: CallSession;
  readonly me: Pick<AgentStatus, 'agentId' | 'role'>;
  /** Of this call. */
  readonly supervision: Supervision | null;
}

export function supervisionView({ call, me, supervision }: SupervisionSituation): SupervisionView {
  if (me.role !== 'admin' || isOver(call.status) || call.answeredAt === null) return { type: 'none' };
  const agent = talkingAgent(call);
  if (supervision === null)
    return legOf(call, me.agentId) === null ? { type: 'free', agent } : { type: 'none' };
  const { supervisor, state, mode } = supervision;
  if (supervisor.id !== me.agentId) return { type: 'taken', name: supervisor.name };
  // Whoever takes over is an agent of the call in a moment.
  if (state === 'joining' || mode === 'take-over') return { type: 'joining', wanted: mode };
  return { type: 'present', mode, agent };
}

/** Who listens, for everybody else on the call who may know; null when nobody does. */
export function listenerFor(
  me: Pick<AgentStatus, 'agentId'>,
  supervision: Supervision | null,
): Supervision | null {
  if (supervision === null || supervision.state === 'joining') return null;
  return supervision.supervisor.id === me.agentId ? null : supervision;
}

function talkingAgent({ participants }: CallSession): string | null {
  const talking = participants.find(
    ({ kind, state, mutedByUs }) => kind === 'agent' && state === 'in-conference' && !mutedByUs,
  );
  return talking === undefined ? null : (talking.agent?.name ?? '');
}
