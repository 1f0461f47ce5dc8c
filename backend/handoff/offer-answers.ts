import type { Unavailable } from '../agents/presence-announcer.ts';
import type { Viewer } from '../auth/visibility.ts';
import { type Readiness, requireReady } from '../calls/readiness.ts';
import type { DeclineReason, Handoff, Offer, OfferStep } from '../contract/handoffs.ts';
import type { AgentId, ClientId, LegId, OfferId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import { type HandoffViewSources, viewHandoff, viewOffer } from './handoff-view.ts';
import type { OfferLeases } from './offer-leases.ts';
import type { NextAgents } from './routing/next-agents.ts';
import type { TelephoneRinging } from './telephone-ringing.ts';

interface OfferAnswersOptions {
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly views: HandoffViewSources;
  readonly leases: OfferLeases;
  readonly ringing: Pick<TelephoneRinging, 'dismiss'>;
  readonly nextAgents: NextAgents;
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly deadlines: HandoffDeadlines;
  /** The customers who wait may have nobody to wait for any more. */
  readonly lookAfterWaiting: () => void;
  /** An agent has let an offer pass. */
  readonly unanswered: (agentId: AgentId) => void;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface OfferAnswers {
  openFor(agentId: AgentId): readonly Offer[];
  /** Claims the call; twice in one console is once. Refuses with `offer-over`, `agent-not-reachable`, `agent-on-a-call`. */
  accept(caller: Viewer, offerId: OfferId, clientId: ClientId): Handoff;
  /** The agent pressed 1 on the telephone that rings for an offer. What is over stays so. */
  acceptByTelephone(legId: LegId): void;
  /** They did not want it, or nobody was there; nothing when no offer rings this leg any more. */
  declineByTelephone(legId: LegId, reason: DeclineReason): void;
  /** Refuses with `offer-over`. */
  decline(caller: Viewer, offerId: OfferId, reason: DeclineReason): void;
  /** The deadline passed. */
  expire(offerId: OfferId): void;
  /**
   * The agent can take no new call, so it is offered to others; their own, to which they may return, only when they are `gone`; what a
   * colleague wanted them by name for not because they are `off-hours`.
   */
  withdrawFrom(agentId: AgentId, how: Unavailable): void;
  /** A console of the agent is there again: from now on they have the whole time to return to their call. */
  welcomeBack(agentId: AgentId): void;
}

/** Accept, decline, expire and withdraw: each offer is closed once, by whichever comes first. */
export function createOfferAnswers(options: OfferAnswersOptions): OfferAnswers {
  const { handoffs, runner, clock } = options;

  function accept(caller: Viewer, offerId: OfferId, clientId: ClientId): Handoff {
    const { offer, handoff } = findOwn(caller, offerId);
    if (offer.status === 'accepted' && isClaimedBy(handoff, caller.id, clientId)) {
      return viewHandoff(handoff, options.views);
    }
    if (offer.status !== 'open') throw offerOver();
    requireReady(options.readiness(caller.id));

    const claim = { agentId: caller.id, clientId, legId: options.ids.leg() };
    runner.apply(handoff.id, { type: 'agent-accepted', claim });
    return viewHandoff(handoffs.find(handoff.id) ?? handoff, options.views);
  }

  /** The offer is closed without a claim, once, and the next is asked. */
  function lose(
    offerId: OfferId,
    status: 'declined' | 'expired' | 'withdrawn',
    declineReason: DeclineReason | null,
  ): void {
    const offer = handoffs.findOffer(offerId);
    const handoff = offer === null ? null : handoffs.find(offer.handoffId);
    if (offer === null || handoff === null) return;
    options.deadlines.cancelOfferExpiry(offerId);
    if (!handoffs.closeOffer(offerId, { status, declineReason, respondedAt: clock.now() })) return;
    options.ringing.dismiss(offer);
    // Before the next is sought: who is away is not asked again.
    if (status === 'expired' && offer.step === 'best') options.unanswered(offer.agentId);
    runner.apply(handoff.id, {
      type: 'offer-lost',
      agentId: offer.agentId,
      ...options.nextAgents(handoff),
    });
  }

  function findOwn(caller: Viewer, offerId: OfferId): { offer: OfferRow; handoff: HandoffRow } {
    const offer = handoffs.findOffer(offerId);
    const handoff = offer === null ? null : handoffs.find(offer.handoffId);
    if (offer === null || handoff === null || offer.agentId !== caller.id) {
      throw new Refusal('not-found', 'there is no such offer');
    }
    return { offer, handoff };
  }

  return {
    accept,
    openFor: (agentId) =>
      handoffs.openOffersOfAgent(agentId).flatMap((offer) => {
        const handoff = handoffs.find(offer.handoffId);
        return handoff === null ? [] : [viewOffer(offer, handoff, options.views)];
      }),
    decline(caller, offerId, reason) {
      const { offer } = findOwn(caller, offerId);
      if (offer.status !== 'open') throw offerOver();
      lose(offerId, 'declined', reason);
    },
    acceptByTelephone(legId) {
      const offer = handoffs.offerOfLeg(legId);
      if (offer?.status !== 'open') return;
      const claim = { agentId: offer.agentId, clientId: null, legId };
      runner.apply(offer.handoffId, { type: 'agent-accepted', claim });
    },
    declineByTelephone(legId, reason) {
      const offer = handoffs.offerOfLeg(legId);
      if (offer?.status === 'open') lose(offer.id, 'declined', reason);
    },
    expire(offerId) {
      lose(offerId, 'expired', null);
    },
    withdrawFrom(agentId, how) {
      for (const { id, step } of handoffs.openOffersOfAgent(agentId)) {
        if (isLostBy(how, step)) lose(id, 'withdrawn', null);
      }
      options.lookAfterWaiting();
    },
    welcomeBack(agentId) {
      for (const offer of handoffs.openOffersOfAgent(agentId)) {
        const handoff = handoffs.find(offer.handoffId);
        if (handoff !== null && offer.step === 'return') options.leases.renew(handoff, offer);
      }
    },
  };
}

function isClaimedBy(handoff: HandoffRow, agentId: AgentId, clientId: ClientId): boolean {
  return handoff.endedAt === null && handoff.agentId === agentId && handoff.clientId === clientId;
}

function isLostBy(how: Unavailable, step: OfferStep): boolean {
  switch (how) {
    case 'gone':
      return true;
    case 'unavailable':
      return step !== 'return';
    case 'off-hours':
      return step === 'best' || step === 'last';
  }
}

function offerOver(): Refusal {
  return new Refusal('offer-over', 'the offer is over');
}
