import { presentSince } from '../calls/arrivals.ts';
import type { CallAlerts } from '../calls/call-alerts.ts';
import type { CallEnding } from '../calls/call-ending.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallNotice } from '../calls/call-notices.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { LegRow, LegStore } from '../calls/leg-store.ts';
import { othersHeard, talkedOn } from '../calls/talk.ts';
import type { AgentId, CallId, LegId } from '../contract/ids.ts';
import type { ConversationService } from '../conversation/conversation-service.ts';
import { unreachable } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRequests } from './handoff-requests.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { Asking } from './handoff-vocabulary.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface CallReactionsOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: CallLegs;
  readonly ending: CallEnding;
  readonly conversations: ConversationService;
  readonly handoffs: HandoffStore;
  readonly requests: HandoffRequests;
  readonly runner: HandoffRunner;
  readonly nextAgents: NextAgents;
  /** Whether a console of the agent is there, or may be back in a moment. */
  readonly mayReturn: (agentId: AgentId) => boolean;
  readonly callEndedFor: (agentId: AgentId, reachedCustomer: boolean) => void;
  /** An agent's telephone rang for an offer, and nobody took the call. */
  readonly rangInVain: (legId: LegId) => void;
  /** An agent has put down their own telephone. */
  readonly putDown: (leg: LegRow, agentId: AgentId) => void;
  /** Who took the call over is heard. */
  readonly successorHeard: (callId: CallId, legId: LegId) => void;
  /** To a customer whom nobody can hear. */
  readonly apology: (call: CallRow) => string;
  readonly deadlines: HandoffDeadlines;
  readonly alerts: Pick<CallAlerts, 'carrierFails'>;
  readonly ids: Ids;
}

const brokenLine = { result: 'failed', reason: 'carrier' } as const;

/** An AI leg that keeps breaking is not replaced for ever. */
const mostLostAis = 4;

/** What a handoff makes of what happens to its call, in the transaction of the call. */
export function createCallReactions(options: CallReactionsOptions): (notice: CallNotice) => void {
  const { calls, legs, callLegs, ending, conversations, handoffs, requests, runner } = options;

  function react(notice: CallNotice): void {
    switch (notice.type) {
      case 'customer-joined':
        awaitAi(notice.callId);
        return;
      case 'agent-joined':
        agentJoined(notice.callId, notice.legId);
        return;
      case 'agent-lost':
        agentLost(notice.callId, notice.legId);
        return;
      case 'successor-heard':
        options.successorHeard(notice.callId, notice.legId);
        return;
      case 'ai-lost':
        aiLost(notice.callId);
        return;
      case 'customer-alone':
        customerAlone(notice.callId);
        return;
      case 'conference-stuck':
      case 'customer-missing':
        conferenceStuck(notice.callId);
        return;
      case 'ended':
        ended(notice.callId, notice.cause === 'customer-left');
        return;
      case 'agent-removed':
      case 'supervisor-joined':
      case 'supervisor-lost':
      case 'supervisor-out-of-hand':
      case 'result-proposed':
      case 'ending':
        return;
      default:
        unreachable(notice);
    }
  }

  function agentJoined(callId: CallId, legId: LegId): void {
    const handoff = handoffs.openOfCall(callId);
    if (handoff !== null) runner.apply(handoff.id, { type: 'agent-joined', legId });
  }

  /** A leg that was ended on purpose is marked so before the carrier reports it: whatever comes here was not meant (decision 12). */
  function agentLost(callId: CallId, legId: LegId): void {
    const call = calls.find(callId);
    const handoff = handoffs.openOfCall(callId);
    if (call === null) return;
    const leg = legs.find(legId);
    const lostAgent = leg?.agentId ?? null;
    if (leg?.via === 'phone' && !isUnheard(leg, handoff)) {
      if (lostAgent === null) options.rangInVain(legId);
      else options.putDown(leg, lostAgent);
      return;
    }
    if (handoff !== null && handoff.status !== 'connected') {
      lostMeanwhile(handoff, legId, lostAgent);
      return;
    }
    if (handoff !== null && handoff.legId === legId) runner.close(handoff.id);
    if (lostAgent !== null) options.callEndedFor(lostAgent, false);
    if (call.mode === 'agent' && call.answeredAt === null) {
      ending.end(callId, { type: 'agent-missing' });
    } else if (call.status === 'human-connected' && !anotherAgentIsThere(callId)) {
      offerAgain(call, lostAgent);
    }
  }

  /** While somebody is awaited or consulted: it may be they, who asked them, or another who talks. */
  function lostMeanwhile(handoff: HandoffRow, legId: LegId, lostAgent: AgentId | null): void {
    if (handoff.legId === legId) {
      missing(handoff, legId);
      return;
    }
    if (handoff.askerLegId === legId) {
      const othersTalk = othersHeard(legs.ofCall(handoff.callId), legId).length > 0;
      runner.apply(handoff.id, { type: 'asker-lost', othersTalk });
    }
    if (lostAgent !== null) options.callEndedFor(lostAgent, false);
  }

  function missing(handoff: HandoffRow, legId: LegId): void {
    const back = handoff.status === 'standby' && handoff.legId === legId ? toReturn(handoff.agentId) : null;
    const next = back === null ? options.nextAgents(handoff) : { next: back };
    runner.apply(handoff.id, { type: 'agent-missing', legId, retryLegId: options.ids.leg(), ...next });
  }

  /** The agent's line dropped: the customer hears a word and hold audio, and first the agent is asked, then others (design 5.7). */
  function offerAgain(call: CallRow, lostAgent: AgentId | null): void {
    callLegs.holdCustomer(call.id, true);
    const want = { urgency: 'connect', reason: 'agent-line-dropped', floorFree: true } as const;
    requests.request(call.id, want, toReturn(lostAgent));
  }

  function toReturn(agentId: AgentId | null): Asking | null {
    return agentId !== null && options.mayReturn(agentId) ? { step: 'return', agentIds: [agentId] } : null;
  }

  function anotherAgentIsThere(callId: CallId): boolean {
    return legs.ofCall(callId).some((leg) => leg.kind === 'agent' && leg.state === 'in-conference');
  }

  /** A customer is never left without a voice because a leg of ours broke. */
  function aiLost(callId: CallId): void {
    const call = calls.find(callId);
    const phase = conversations.phase(callId);
    if (call === null || phase === 'frozen') return;
    if (phase === 'ending') ending.end(callId, { type: 'ai-closed' });
    else if (callLegs.openAi(callId) !== null) return;
    else if (lostAis(callId) < mostLostAis) {
      callLegs.addAi(call);
      awaitAi(callId);
    } else aiBroken(call);
  }

  /** Since the last handoff was over: until then an AI may have gone because a human came. */
  function lostAis(callId: CallId): number {
    const since = handoffs.ofCall(callId).findLast(({ endedAt }) => endedAt !== null)?.endedAt ?? null;
    const gone = legs.ofCall(callId).filter(({ kind, state }) => kind === 'ai' && state === 'left');
    return gone.filter(({ leftAt }) => since === null || (leftAt !== null && leftAt > since)).length;
  }

  /** Who is there hears an apology before the end; what the dialogue has led to stands. */
  function aiBroken(call: CallRow): void {
    if (call.resultReason === brokenLine.reason) return;
    const customer = legs.ofCall(call.id).find(({ kind, state }) => kind === 'customer' && state !== 'left');
    if (customer === undefined || presentSince(customer) === null) {
      ending.end(call.id, { type: 'ai-broken' });
      return;
    }
    options.deadlines.cancelLeftAlone(call.id);
    if (call.result === null) ending.propose(call.id, brokenLine, null);
    takeLeave(call);
  }

  /** Where it does not come in time, the customer hears a word and hold audio until it does. That it has joined may be told late. */
  function awaitAi(callId: CallId): void {
    const ai = callLegs.openAi(callId);
    if (ai !== null && presentSince(ai) === null) options.deadlines.setAiAwaited(callId);
  }

  /** They hear a word and hold audio while a human is sought, else the AI comes: another one where the first should long be there. */
  function customerAlone(callId: CallId): void {
    const late = callLegs.openAi(callId);
    if (late !== null) callLegs.drop(late.id);
    const call = calls.find(callId);
    if (call === null || isOver(call.status)) return;
    if (handoffs.openOfCall(callId) !== null) callLegs.holdCustomer(callId, true);
    else if (call.mode === 'agent' || conversations.phase(callId) === 'frozen') offerAgain(call, null);
    else if (late === null) aiLost(callId);
  }

  /** Nobody can be brought to where they would be heard: once, an apology and the end. */
  function conferenceStuck(callId: CallId): void {
    const call = calls.find(callId);
    if (call === null || call.resultReason === brokenLine.reason) return;
    ending.propose(callId, brokenLine, null);
    takeLeave(call);
  }

  function takeLeave(call: CallRow): void {
    options.alerts.carrierFails();
    callLegs.takeLeave(call.id, options.apology(call));
  }

  function ended(callId: CallId, byCustomer: boolean): void {
    options.deadlines.cancelLeftAlone(callId);
    const call = calls.find(callId);
    const handoff = handoffs.openOfCall(callId);
    if (call === null) return;
    if (handoff !== null) {
      runner.apply(handoff.id, { type: 'call-ended', byCustomer });
      runner.close(handoff.id);
    }
    for (const leg of legs.ofCall(callId)) {
      const wasThere = leg.leftAt !== null && call.endedAt !== null && leg.leftAt >= call.endedAt;
      if (leg.agentId !== null && wasThere) options.callEndedFor(leg.agentId, talkedOn(leg, call));
    }
  }

  return react;
}

/** They have the call, and could not be unmuted: it was not they who put the telephone down. */
function isUnheard({ muted }: LegRow, handoff: HandoffRow | null): boolean {
  return muted && handoff?.status === 'connected';
}
