import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { Handoff } from '../../../backend/contract/handoffs.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { awaitsHuman, isOfferedTo, isOnStandby, legOf } from '../../platform/call-state.ts';

/** What the handoff button shows. `name` is a colleague's. */
export type HandoffView =
  | { readonly type: 'none' }
  | { readonly type: 'disabled'; readonly reason: HandoffObstacle }
  | { readonly type: 'ready'; readonly standby: boolean; readonly progress: HandoffProgress | null }
  | { readonly type: 'joining' }
  | { readonly type: 'offered' }
  | { readonly type: 'connected' }
  | { readonly type: 'line-down' }
  /** With the colleague who transfers the call, or to whom it is transferred; the customer is on hold. */
  | { readonly type: 'consulting'; readonly name: string }
  | { readonly type: 'connected-other'; readonly name: string };

/** What stands in the way of the presser taking the call. */
export type HandoffObstacle = 'on-another-call' | 'offline' | 'unreachable' | 'not-live';

/** What a handoff that somebody else began has come to; the presser may still take the call. */
export type HandoffProgress =
  | { readonly type: 'offering'; readonly name: string | null }
  | { readonly type: 'joining-other'; readonly name: string }
  | { readonly type: 'standby-other'; readonly name: string }
  | { readonly type: 'no-agent' };

export interface HandoffSituation {
  readonly call: CallSession;
  readonly me: AgentStatus;
  /** Whether what is known of the call is up to date. */
  readonly live: boolean;
  /** Whether the softphone of this window cannot be in a call now. */
  readonly lineDown: boolean;
}

export function handoffView({ call, me, live, lineDown }: HandoffSituation): HandoffView {
  if (call.status === 'human-connected') return connected(call, me.agentId, { live, lineDown });
  if (!awaitsHuman(call)) return { type: 'none' };
  if (isJoining(call.handoff, me.agentId)) return { type: 'joining' };

  const reason = obstacle(call, me, live);
  if (reason !== null) return { type: 'disabled', reason };
  if (isOfferedTo(call, me.agentId)) return { type: 'offered' };
  const standby = isOnStandby(call, me.agentId);
  return { type: 'ready', standby, progress: standby ? null : progressOf(call.handoff) };
}

function connected(
  call: CallSession,
  me: AgentId,
  { live, lineDown }: Pick<HandoffSituation, 'live' | 'lineDown'>,
): HandoffView {
  const leg = legOf(call, me);
  if (leg !== null) {
    const held = live && !(lineDown && leg.via === 'softphone');
    if (!held) return { type: 'line-down' };
    const name = consultedBy(call.handoff, me);
    return name === null ? { type: 'connected' } : { type: 'consulting', name };
  }
  const talking = call.participants.find(({ kind, state }) => kind === 'agent' && state === 'in-conference');
  return { type: 'connected-other', name: talking?.agent?.name ?? call.handoff?.agent?.name ?? '' };
}

function consultedBy(handoff: Handoff | null, me: AgentId): string | null {
  if (handoff?.status !== 'consulting') return null;
  const { agent, transfer } = handoff;
  const others = [agent, transfer?.by].filter((other) => other?.id !== me);
  return others.length === 1 ? (others[0]?.name ?? null) : null;
}

function isJoining(handoff: Handoff | null, me: AgentId): boolean {
  return handoff?.status === 'joining' && handoff.agent?.id === me;
}

function obstacle(call: CallSession, me: AgentStatus, live: boolean): HandoffObstacle | null {
  if (!live) return 'not-live';
  if (me.activeCallId !== null && me.activeCallId !== call.id) return 'on-another-call';
  if (me.presence === 'offline') return 'offline';
  return me.reachability === 'none' ? 'unreachable' : null;
}

function progressOf(handoff: Handoff | null): HandoffProgress | null {
  switch (handoff?.status) {
    case undefined:
    case 'consulting':
    case 'connected':
    case 'withdrawn':
      return null;
    case 'failed':
      return { type: 'no-agent' };
    case 'offering': {
      const asked = handoff.offers.find(({ status }) => status === 'open');
      return { type: 'offering', name: asked?.agent.name ?? null };
    }
    case 'joining':
      return { type: 'joining-other', name: handoff.agent?.name ?? '' };
    case 'standby':
      return { type: 'standby-other', name: handoff.agent?.name ?? '' };
  }
}
