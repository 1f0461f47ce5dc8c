import type { CustomerName } from '../calls/call-view.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { Handoff, Offer } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';

export interface HandoffViewSources {
  readonly handoffs: HandoffStore;
  readonly transcript: TranscriptStore;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly customerOf: (callId: CallId) => CustomerName;
}

const turnsInBrief = 2;

export function viewHandoff(handoff: HandoffRow, sources: HandoffViewSources): Handoff {
  const agent = (id: AgentId) => ({ id, name: sources.nameOfAgent(id) });
  return {
    id: handoff.id,
    callId: handoff.callId,
    urgency: handoff.urgency,
    requestedBy: handoff.requestedBy,
    reason: handoff.reason,
    status: handoff.status,
    agent: handoff.agentId === null ? null : agent(handoff.agentId),
    transfer: transferOf(handoff, sources),
    offers: sources.handoffs.offersOf(handoff.id).map((offer) => ({
      id: offer.id,
      agent: agent(offer.agentId),
      status: offer.status,
      declineReason: offer.declineReason,
      offeredAt: offer.offeredAt.toISOString(),
      deadline: offer.deadline.toISOString(),
      respondedAt: offer.respondedAt?.toISOString() ?? null,
    })),
    requestedAt: handoff.requestedAt.toISOString(),
    connectedAt: handoff.connectedAt?.toISOString() ?? null,
    endedAt: handoff.endedAt?.toISOString() ?? null,
  };
}

/** The offer with its brief: what an agent reads before accepting. */
export function viewOffer(offer: OfferRow, handoff: HandoffRow, sources: HandoffViewSources): Offer {
  const { company, person, department } = sources.customerOf(handoff.callId);
  return {
    id: offer.id,
    handoffId: handoff.id,
    callId: handoff.callId,
    agentId: offer.agentId,
    urgency: handoff.urgency,
    reason: handoff.reason,
    step: offer.step,
    transfer: transferOf(handoff, sources),
    offeredAt: offer.offeredAt.toISOString(),
    deadline: offer.deadline.toISOString(),
    brief: {
      company,
      person,
      department,
      lastTurns: sources.transcript
        .lastOfCall(handoff.callId, turnsInBrief)
        .map(({ speaker, text }) => ({ speaker, text })),
    },
  };
}

/** A warm transfer whose asker is gone before the colleague came has become a blind one. */
function transferOf(
  { transferredBy, askerLegId }: HandoffRow,
  { nameOfAgent }: HandoffViewSources,
): Handoff['transfer'] {
  if (transferredBy === null) return null;
  const by = { id: transferredBy, name: nameOfAgent(transferredBy) };
  return { by, mode: askerLegId === null ? 'blind' : 'warm' };
}
