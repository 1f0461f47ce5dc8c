import type { OfferStep } from '../contract/handoffs.ts';
import type { AgentId } from '../contract/ids.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import { type HandoffViewSources, viewOffer } from './handoff-view.ts';
import type { TelephoneRinging } from './telephone-ringing.ts';

interface OfferLeasesOptions {
  readonly handoffs: HandoffStore;
  readonly views: HandoffViewSources;
  readonly events: EventLog;
  readonly deadlines: HandoffDeadlines;
  readonly ids: Ids;
  readonly clock: Clock;
  /** As the team set it: read each time. */
  readonly times: () => Pick<RoutingSettings, 'offerSeconds'>;
  /** For an offer to return to a call. */
  readonly returnSeconds: number;
  /** For an offer on the agent's own telephone: to be rung, to listen and to press a key. */
  readonly telephoneSeconds: number;
  readonly ringing: Pick<TelephoneRinging, 'ring'>;
}

/** An offer is a lease with a deadline: made, and made anew for who could not see it. */
export interface OfferLeases {
  offer(handoff: HandoffRow, agentId: AgentId, step: OfferStep): void;
  /** The whole time begins again. Gives the new deadline. */
  renew(handoff: HandoffRow, offer: OfferRow): Date;
}

export function createOfferLeases(options: OfferLeasesOptions): OfferLeases {
  const { handoffs, events, deadlines, ids, clock } = options;

  function deadlineOf({ step, legId }: Pick<OfferRow, 'step' | 'legId'>): Date {
    const onScreen = step === 'return' ? options.returnSeconds : options.times().offerSeconds;
    const seconds = legId === null ? onScreen : options.telephoneSeconds;
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
      const legId = options.ringing.ring(handoff.callId, agentId);
      const deadline = deadlineOf({ step, legId });
      if (legId !== null) deadlines.delayGiveUp(handoff.id, deadline);
      const offer: OfferRow = {
        id: ids.offer(),
        handoffId: handoff.id,
        agentId,
        step,
        status: 'open',
        declineReason: null,
        legId,
        offeredAt: clock.now(),
        deadline,
        respondedAt: null,
      };
      handoffs.insertOffer(offer);
      tell(handoff, offer);
    },
    renew(handoff, offer) {
      const deadline = deadlineOf(offer);
      handoffs.renewOffer(offer.id, deadline);
      tell(handoff, { ...offer, deadline });
      return deadline;
    },
  };
}
