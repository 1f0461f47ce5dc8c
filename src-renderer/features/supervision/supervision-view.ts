import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type {
  Supervision,
  SupervisionMode,
  WantedSupervision,
} from '../../../backend/contract/supervision.ts';
import { isOver, legOf } from '../../platform/call-state.ts';

/** Who of ours is on the call; only whoever talks with the customer can be whispered to, joined, or relieved of it. */
export type OurSide =
  | { readonly type: 'talking'; readonly name: string }
  | { readonly type: 'standing-by'; readonly name: string }
  | { readonly type: 'nobody' };

/** What an admin can do with somebody else's call. */
export type SupervisionView =
  | { readonly type: 'none' }
  /** Another admin is on the call. */
  | { readonly type: 'taken'; readonly name: string }
  | { readonly type: 'free'; readonly ours: OurSide }
  | { readonly type: 'joining'; readonly wanted: WantedSupervision }
  | { readonly type: 'present'; readonly mode: SupervisionMode; readonly ours: OurSide };

export interface SupervisionSituation {
  readonly call: CallSession;
  readonly me: Pick<AgentStatus, 'agentId' | 'role'>;
  /** Of this call. */
  readonly supervision: Supervision | null;
}

export function supervisionView({ call, me, supervision }: SupervisionSituation): SupervisionView {
  if (me.role !== 'admin' || isOver(call.status) || call.answeredAt === null) return { type: 'none' };
  const ours = ourSideOf(call);
  if (supervision === null)
    return legOf(call, me.agentId) === null ? { type: 'free', ours } : { type: 'none' };
  const { supervisor, state, mode } = supervision;
  if (supervisor.id !== me.agentId) return { type: 'taken', name: supervisor.name };
  // Whoever takes over is an agent of the call in a moment.
  if (state === 'joining' || mode === 'take-over') return { type: 'joining', wanted: mode };
  return { type: 'present', mode, ours };
}

/** Who listens, for everybody else on the call who may know; null when nobody does. */
export function listenerFor(
  me: Pick<AgentStatus, 'agentId'>,
  supervision: Supervision | null,
): Supervision | null {
  if (supervision === null || supervision.state === 'joining') return null;
  return supervision.supervisor.id === me.agentId ? null : supervision;
}

function ourSideOf({ participants }: CallSession): OurSide {
  const there = participants.filter(({ kind, state }) => kind === 'agent' && state === 'in-conference');
  const talking = there.find(({ mutedByUs }) => !mutedByUs);
  if (talking !== undefined) return { type: 'talking', name: talking.agent?.name ?? '' };
  const [standing] = there;
  return standing === undefined
    ? { type: 'nobody' }
    : { type: 'standing-by', name: standing.agent?.name ?? '' };
}
