import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { OfferLeases } from './offer-leases.ts';

interface HandoffResumptionOptions {
  readonly handoffs: HandoffStore;
  readonly leases: OfferLeases;
  readonly deadlines: HandoffDeadlines;
}

/**
 * At the start, before timers fire: nobody could answer an offer, or arrive, while the process was down. Each open offer gets its whole
 * time again, its handoff at least as long, also where nobody could be asked, and each claimed agent theirs to arrive.
 */
export function createHandoffResumption(options: HandoffResumptionOptions): () => void {
  const { handoffs, leases, deadlines } = options;

  function resume(handoff: HandoffRow): void {
    if (handoff.status === 'joining') deadlines.setArrival(handoff.id, handoff.attempt);
    if (handoff.status !== 'offering') return;
    if (handoff.urgency === 'connect') deadlines.leaveTimeForOneOffer(handoff.id);
    const open = handoffs.offersOf(handoff.id).filter(({ status }) => status === 'open');
    for (const offer of open) deadlines.delayGiveUp(handoff.id, leases.renew(handoff, offer));
  }

  return () => {
    for (const handoff of handoffs.open()) resume(handoff);
  };
}
