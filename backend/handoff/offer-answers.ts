import type { Viewer } from '../auth/visibility.ts';
import type { DeclineReason, Handoff, Offer } from '../contract/handoffs.ts';
import type { AgentId, ClientId, OfferId } from '../contract/ids.ts';
import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Readiness } from './handoff-requests.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import { type HandoffViewSources, viewHandoff, viewOffer } from './handoff-view.ts';

interface OfferAnswersOptions {
  readonly handoffs: HandoffStore;
  readonly runner: HandoffRunner;
  readonly views: HandoffViewSources;
  readonly nextAgents: (handoff: HandoffRow) => readonly AgentId[];
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface OfferAnswers {
  openFor(agentId: AgentId): readonly Offer[];
  /** Claims the call. Refuses with `offer-over`, `agent-not-reachable`, `agent-on-a-call`. */
  accept(caller: Viewer, offerId: OfferId, clientId: ClientId): Handoff;
  /** Refuses with `offer-over`. */
  decline(caller: Viewer, offerId: OfferId, reason: DeclineReason): void;
  /** The deadline passed. */
  expire(offerId: OfferId): void;
  /** The agent is gone or busy: whatever they were offered is offered to others. */
  withdrawFrom(agentId: AgentId): void;
}

/** Accept, decline, expire and withdraw: each offer is closed once, by whichever comes first. */
export function createOfferAnswers(options: OfferAnswersOptions): OfferAnswers {
  const { handoffs, runner, clock } = options;

  function accept(caller: Viewer, offerId: OfferId, clientId: ClientId): Handoff {
    const { handoff } = requireOwn(caller, offerId);
    const readiness = options.readiness(caller.id);
    if (readiness === 'on-a-call') throw new Refusal('agent-on-a-call', 'you are on a call');
    if (readiness === 'not-reachable')
      throw new Refusal('agent-not-reachable', 'your softphone is not connected');

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
    options.timers.cancel(`offer:${offerId}`);
    if (!handoffs.closeOffer(offerId, { status, declineReason, respondedAt: clock.now() })) return;
    runner.apply(handoff.id, {
      type: 'offer-lost',
      agentId: offer.agentId,
      next: options.nextAgents(handoff),
    });
  }

  function requireOwn(caller: Viewer, offerId: OfferId): { offer: OfferRow; handoff: HandoffRow } {
    const offer = handoffs.findOffer(offerId);
    const handoff = offer === null ? null : handoffs.find(offer.handoffId);
    if (offer === null || handoff === null || offer.agentId !== caller.id) {
      throw new Refusal('not-found', 'there is no such offer');
    }
    if (offer.status !== 'open') throw offerOver();
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
      requireOwn(caller, offerId);
      lose(offerId, 'declined', reason);
    },
    expire(offerId) {
      lose(offerId, 'expired', null);
    },
    withdrawFrom(agentId) {
      for (const offer of handoffs.openOffersOfAgent(agentId)) lose(offer.id, 'withdrawn', null);
    },
  };
}

function offerOver(): Refusal {
  return new Refusal('offer-over', 'the offer is over');
}
