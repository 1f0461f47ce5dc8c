import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { Handoff } from '../../../backend/contract/handoffs.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { awaitsHuman, isOfferedTo, isOnStandby, legOf, talkOf } from '../../platform/call-state.ts';

/** What the handoff button shows. `name` is a colleague's. */
export type HandoffView =
  | { readonly type: 'none' }
  | { readonly type: 'disabled'; readonly reason: HandoffObstacle }
  | { readonly type: 'ready'; readonly standby: boolean; readonly progress: HandoffProgress | null }
  | { readonly type: 'joining' }
  | { readonly type: 'offered' }
  | { readonly type: 'connected' }
  /** With colleagues, whose names `name` has. */
  | { readonly type: 'together'; readonly name: string }
  /** The agent asks a colleague, whom they want to talk with before they transfer; the customer is on hold. */
  | { readonly type: 'asking'; readonly name: string }
  /** The agent has put the customer on hold. */
  | { readonly type: 'held' }
  /** A colleague who talks, too, transfers the customer, who is on hold. */
  | { readonly type: 'beside'; readonly name: string }
  /** The agent talks with the customer in another window. */
  | { readonly type: 'connected-elsewhere' }
  | { readonly type: 'line-down' }
  /** With the colleague who transfers the call, or to whom it is transferred; the customer is on hold. */
  | { readonly type: 'consulting'; readonly name: string }
  | { readonly type: 'connected-other'; readonly name: string };

/** What stands in the way of the presser taking the call. */
export type HandoffObstacle = 'on-another-call' | 'offline' | 'unreachable' | 'not-live';

/** What a handoff that somebody else began has come to; the presser may still take the call. */
export type HandoffProgress =
  /** `others`: how many are rung besides. */
  | { readonly type: 'offering'; readonly name: string | null; readonly others: number }
  | { readonly type: 'joining-other'; readonly name: string }
  | { readonly type: 'standby-other'; readonly name: string }
  | { readonly type: 'no-agent' };

export type LinePlace = 'here' | 'down' | 'elsewhere';

export interface HandoffSituation {
  readonly call: CallSession;
  readonly me: AgentStatus;
  /** Whether what is known of the call is up to date. */
  readonly live: boolean;
  /** Where the call is, seen from the softphone of this window. */
  readonly line: LinePlace;
}

export function handoffView({ call, me, live, line }: HandoffSituation): HandoffView {
  const talked = call.status === 'human-connected';
  if (!talked && !awaitsHuman(call)) return { type: 'none' };
  if (isJoining(call.handoff, me.agentId)) return { type: 'joining' };
  if (talked) return connected(call, me.agentId, line);

  const reason = obstacle(call, me, live);
  if (reason !== null) return { type: 'disabled', reason };
  if (isOfferedTo(call, me.agentId)) return { type: 'offered' };
  const standby = isOnStandby(call, me.agentId);
  return { type: 'ready', standby, progress: standby ? null : progressOf(call.handoff) };
}

function connected(call: CallSession, me: AgentId, line: LinePlace): HandoffView {
  const leg = legOf(call, me);
  if (leg === null) {
    const talking = call.participants.find(
      ({ kind, state }) => kind === 'agent' && state === 'in-conference',
    );
    return { type: 'connected-other', name: talking?.agent?.name ?? call.handoff?.agent?.name ?? '' };
  }
  if (leg.via === 'softphone' && line === 'down') return { type: 'line-down' };
  if (leg.via === 'softphone' && line === 'elsewhere') return { type: 'connected-elsewhere' };
  return talk(call, me);
}

function talk(call: CallSession, me: AgentId): HandoffView {
  const doing = talkOf(call, me);
  switch (doing.type) {
    case 'asking':
    case 'beside':
      return doing;
    case 'consulting':
    case 'consulted':
      return { type: 'consulting', name: doing.name };
    case 'talking':
      if (doing.heldSince !== null) return { type: 'held' };
      return doing.companions.length > 0
        ? { type: 'together', name: doing.companions.join('・') }
        : { type: 'connected' };
  }
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
      const [first, ...others] = handoff.offers.filter(({ status }) => status === 'open');
      return { type: 'offering', name: first?.agent.name ?? null, others: others.length };
    }
    case 'joining':
      return { type: 'joining-other', name: handoff.agent?.name ?? '' };
    case 'standby':
      return { type: 'standby-other', name: handoff.agent?.name ?? '' };
  }
}
