import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { OfferLeases } from './offer-leases.ts';

interface HandoffResumptionOptions {
  readonly handoffs: HandoffStore;
  readonly leases: OfferLeases;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly arrivalSeconds: number;
}

/**
 * At the start, before timers fire: nobody could answer an offer, or arrive, while the process was down. Each open offer gets its whole
 * time again, its handoff at least as long, and each claimed agent theirs to arrive.
 */
export function createHandoffResumption(options: HandoffResumptionOptions): () => void {
  const { handoffs, leases, timers, clock } = options;

  function resume(handoff: HandoffRow): void {
    if (handoff.status === 'joining') awaitArrival(handoff);
    if (handoff.status !== 'offering') return;
    const open = handoffs.offersOf(handoff.id).filter(({ status }) => status === 'open');
    for (const offer of open) giveTime(handoff, leases.renew(handoff, offer));
  }

  function awaitArrival({ id, attempt }: HandoffRow): void {
    const arrivesBy = new Date(clock.now().getTime() + options.arrivalSeconds * 1_000);
    timers.set(`arrival:${id}`, arrivesBy, { type: 'agent-arrival-overdue', handoffId: id, attempt });
  }

  function giveTime({ id }: HandoffRow, until: Date): void {
    const giveUpAt = timers.dueAt(`give-up:${id}`);
    if (giveUpAt !== null && giveUpAt >= until) return;
    timers.set(`give-up:${id}`, until, { type: 'handoff-gave-up', handoffId: id });
  }

  return () => {
    for (const handoff of handoffs.open()) resume(handoff);
  };
}
