import type { AgentStatus } from '../../backend/contract/agents.ts';
import type { CallRecord, CallSession, HistoryPage, Turn } from '../../backend/contract/calls.ts';
import type { RealtimeEvent } from '../../backend/contract/events.ts';
import type { Handoff, Offer } from '../../backend/contract/handoffs.ts';
import type { AgentId, CallId } from '../../backend/contract/ids.ts';
import type { Supervision } from '../../backend/contract/supervision.ts';
import { isOver } from './call-state.ts';

/** A call that has ended stays in the list this long, so that a list held under the pointer does not move. */
const endedCallsStayMs = 60_000;

/** The calls in progress as they are after an event. */
export function callsAfter(calls: CallSession[], event: RealtimeEvent): CallSession[] {
  switch (event.type) {
    case 'call-started':
    case 'call-updated':
    case 'call-ended':
      return withCall(calls, event.call);
    case 'call-hidden':
      return calls.filter(({ id }) => id !== event.callId);
    case 'transcript-update':
      return changed(calls, event.turn.callId, { lastTurn: event.turn });
    case 'handoff-updated':
      return changed(calls, event.handoff.callId, { handoff: event.handoff });
    default:
      return calls;
  }
}

/** A page of the history as it is after an event. */
export function historyPageAfter(page: HistoryPage, event: RealtimeEvent): HistoryPage {
  switch (event.type) {
    case 'call-started':
    case 'call-updated':
    case 'call-ended':
      return { ...page, calls: page.calls.map((call) => (call.id === event.call.id ? event.call : call)) };
    case 'call-hidden':
      return { ...page, calls: page.calls.filter(({ id }) => id !== event.callId) };
    default:
      return page;
  }
}

/** A call's record as it is after an event. */
export function recordAfter(record: CallRecord, event: RealtimeEvent): CallRecord {
  switch (event.type) {
    case 'call-started':
    case 'call-updated':
    case 'call-ended':
      return event.call.id === record.call.id ? { ...record, call: event.call } : record;
    case 'transcript-update':
      return event.turn.callId === record.call.id ? withTurn(record, event.turn) : record;
    case 'handoff-updated':
      return event.handoff.callId === record.call.id ? withHandoff(record, event.handoff) : record;
    default:
      return record;
  }
}

/** Who is on whose call as its supervisor, after an event. */
export function supervisionsAfter(supervisions: Supervision[], event: RealtimeEvent): Supervision[] {
  if (event.type !== 'supervision-changed') return supervisions;
  const others = supervisions.filter(({ callId }) => callId !== event.callId);
  return event.supervision === null ? others : [...others, event.supervision];
}

/** The offers that wait for this agent's answer, after an event. */
export function offersAfter(offers: Offer[], event: RealtimeEvent, me: AgentId): Offer[] {
  switch (event.type) {
    case 'handoff-offered':
      return event.offer.agentId === me
        ? [...offers.filter(({ id }) => id !== event.offer.id), event.offer]
        : offers;
    case 'handoff-updated': {
      const { id: handoffId, offers: made, urgency, transfer } = event.handoff;
      const reason = event.handoff.connectReason ?? event.handoff.reason;
      const isOpen = (offer: Offer): boolean =>
        made.some(({ id, status }) => id === offer.id && status === 'open');
      return offers
        .filter((offer) => offer.handoffId !== handoffId || isOpen(offer))
        .map((offer) => (offer.handoffId === handoffId ? { ...offer, urgency, reason, transfer } : offer));
    }
    case 'call-hidden':
      return offers.filter(({ callId }) => callId !== event.callId);
    default:
      return offers;
  }
}

export function handoffAfter(handoff: Handoff, event: RealtimeEvent): Handoff {
  return event.type === 'handoff-updated' && event.handoff.id === handoff.id ? event.handoff : handoff;
}

export function agentsAfter(agents: AgentStatus[], event: RealtimeEvent): AgentStatus[] {
  if (event.type === 'agent-removed') return agents.filter(({ agentId }) => agentId !== event.agentId);
  if (event.type !== 'agent-status-changed') return agents;
  const { status } = event;
  const place = agents.findIndex(({ agentId }) => agentId === status.agentId);
  return place === -1 ? [...agents, status] : agents.with(place, status);
}

function withCall(calls: readonly CallSession[], call: CallSession): CallSession[] {
  const now = Date.parse(call.endedAt ?? call.lastTurn?.at ?? call.startedAt);
  const kept = calls.filter((other) => other.id === call.id || !endedLongBefore(other, now));
  const place = kept.findIndex((other) => other.id === call.id);
  if (place !== -1) return kept.with(place, call);
  return isOver(call.status) ? kept : [...kept, call];
}

function endedLongBefore({ endedAt }: CallSession, now: number): boolean {
  return endedAt !== null && now - Date.parse(endedAt) > endedCallsStayMs;
}

function changed(
  calls: readonly CallSession[],
  callId: CallId,
  changes: Partial<CallSession>,
): CallSession[] {
  return calls.map((call) => (call.id === callId ? { ...call, ...changes } : call));
}

function withTurn(record: CallRecord, turn: Turn): CallRecord {
  const others = record.turns.filter((other) => other.number !== turn.number);
  const turns = [...others, turn].sort((a, b) => a.at.localeCompare(b.at) || a.number - b.number);
  return { ...record, turns, call: { ...record.call, lastTurn: turns.at(-1) ?? turn } };
}

function withHandoff(record: CallRecord, handoff: Handoff): CallRecord {
  const known = record.handoffs.some((other) => other.id === handoff.id);
  const handoffs = known
    ? record.handoffs.map((other) => (other.id === handoff.id ? handoff : other))
    : [...record.handoffs, handoff];
  return { ...record, handoffs, call: { ...record.call, handoff } };
}
