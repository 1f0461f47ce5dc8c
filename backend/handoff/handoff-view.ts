import type { CustomerName } from '../calls/call-view.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { TranscriptStore, TurnRow } from '../calls/transcript-store.ts';
import type { Handoff, Offer } from '../contract/handoffs.ts';
import type { AgentId, CallId } from '../contract/ids.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';

export interface HandoffViewSources {
  readonly handoffs: HandoffStore;
  readonly legs: Pick<LegStore, 'find'>;
  readonly transcript: TranscriptStore;
  readonly nameOfAgent: (agentId: AgentId) => string;
  readonly customerOf: (callId: CallId) => CustomerName;
  readonly originOf: (callId: CallId) => Pick<Offer['brief'], 'direction' | 'previousCall'>;
}

const turnsInBrief = 2;
/** Far enough to see past the words with which a customer is asked to wait. */
const turnsInSight = 12;

/** All of the call, oldest first. */
export function viewHandoffs(callId: CallId, sources: HandoffViewSources): readonly Handoff[] {
  return sources.handoffs.ofCall(callId).map((handoff) => viewHandoff(handoff, sources));
}

export function viewLastHandoff(callId: CallId, sources: HandoffViewSources): Handoff | null {
  const last = sources.handoffs.lastOfCall(callId);
  return last === null ? null : viewHandoff(last, sources);
}

export function viewHandoff(handoff: HandoffRow, sources: HandoffViewSources): Handoff {
  const agent = (id: AgentId) => ({ id, name: sources.nameOfAgent(id) });
  return {
    id: handoff.id,
    callId: handoff.callId,
    urgency: handoff.urgency,
    requestedBy: handoff.requestedBy,
    reason: handoff.reason,
    connectReason: handoff.connectReason,
    status: handoff.status,
    endedBecause: handoff.endedBecause,
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
    endedAt: endOf(handoff, sources)?.toISOString() ?? null,
  };
}

/** Who has the customer has them until they leave, though they may have begun to hand them on before. */
function endOf({ connectedAt, legId, endedAt }: HandoffRow, { legs }: HandoffViewSources): Date | null {
  const leg = connectedAt === null || legId === null ? null : legs.find(legId);
  return leg === null ? endedAt : leg.leftAt;
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
    // What is true now; the handoff keeps why it was begun.
    reason: handoff.connectReason ?? handoff.reason,
    step: offer.step,
    transfer: transferOf(handoff, sources),
    offeredAt: offer.offeredAt.toISOString(),
    deadline: offer.deadline.toISOString(),
    brief: {
      company,
      person,
      department,
      ...sources.originOf(handoff.callId),
      lastTurns: lastSaid(sources.transcript.lastOfCall(handoff.callId, turnsInSight)),
    },
  };
}

/** What the customer said last, and the answer: not the words with which they are asked to wait after it. */
function lastSaid(turns: readonly TurnRow[]): Offer['brief']['lastTurns'] {
  const customer = turns.findLastIndex(({ speaker }) => speaker === 'customer');
  const upToAnswer = customer === -1 ? turns : turns.slice(0, customer + 2);
  return upToAnswer.slice(-turnsInBrief).map(({ speaker, text }) => ({ speaker, text }));
}

/** A warm transfer whose asker is gone before the colleague came has become a blind one. */
function transferOf(
  { transferredBy, askerLegId, transferOutcome }: HandoffRow,
  { nameOfAgent }: HandoffViewSources,
): Handoff['transfer'] {
  if (transferredBy === null) return null;
  const by = { id: transferredBy, name: nameOfAgent(transferredBy) };
  return { by, mode: askerLegId === null ? 'blind' : 'warm', outcome: transferOutcome };
}
