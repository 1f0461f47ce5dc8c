import type { OfferStep } from '../contract/handoffs.ts';
import type { AgentId } from '../contract/ids.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import { type HandoffViewSources, viewOffer } from './handoff-view.ts';

interface OfferLeasesOptions {
  readonly handoffs: HandoffStore;
  readonly views: HandoffViewSources;
  readonly events: EventLog;
  readonly deadlines: HandoffDeadlines;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly offerSeconds: number;
  /** For an offer to return to a call. */
  readonly returnSeconds: number;
}

/** An offer is a lease with a deadline: made, and made anew for who could not see it. */
export interface OfferLeases {
  offer(handoff: HandoffRow, agentId: AgentId, step: OfferStep): void;
  /** The whole time begins again. Gives the new deadline. */
  renew(handoff: HandoffRow, offer: OfferRow): Date;
}

export function createOfferLeases(options: OfferLeasesOptions): OfferLeases {
  const { handoffs, events, deadlines, ids, clock } = options;

  function deadlineOf(step: OfferStep): Date {
    const seconds = step === 'return' ? options.returnSeconds : options.offerSeconds;
    return new Date(clock.now().getTime() + seconds * 1_000);
  }

  function tell(handoff: HandoffRow, offer: OfferRow): void {
    deadlines.setOfferExpiry(offer.id, offer.deadline);
    events.append({ type: 'handoff-offered', offer: viewOffer(offer, handoff, options.views) }, [
      offer.agentId,
    ]);
  }

  return {
    offer(handoff, agentId, step) {
      const offer: OfferRow = {
        id: ids.offer(),
        handoffId: handoff.id,
        agentId,
        step,
        status: 'open',
        declineReason: null,
        offeredAt: clock.now(),
        deadline: deadlineOf(step),
        respondedAt: null,
      };
      handoffs.insertOffer(offer);
      tell(handoff, offer);
    },
    renew(handoff, offer) {
      const deadline = deadlineOf(offer.step);
      handoffs.renewOffer(offer.id, deadline);
      tell(handoff, { ...offer, deadline });
      return deadline;
    },
  };
}
