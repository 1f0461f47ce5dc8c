import type { CallLegs } from '../calls/call-legs.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import { unreachable } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { HandoffDeadlines, HandoffTimerEvent } from './handoff-deadlines.ts';
import type { HandoffRunner } from './handoff-runner.ts';
import type { HandoffRow, HandoffStore } from './handoff-store.ts';
import type { OfferAnswers } from './offer-answers.ts';
import type { NextAgents } from './routing/next-agents.ts';

interface HandoffTimersOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: CallLegs;
  readonly runner: HandoffRunner;
  readonly offers: OfferAnswers;
  readonly nextAgents: NextAgents;
  readonly deadlines: HandoffDeadlines;
  readonly ids: Ids;
}

/** What happens when one of a handoff's times has come, inside the transaction that takes the timer. */
export function createHandoffTimers(options: HandoffTimersOptions): (event: HandoffTimerEvent) => void {
  const { handoffs, calls, legs, callLegs, runner } = options;

  function onDue(event: HandoffTimerEvent): void {
    switch (event.type) {
      case 'offer-expired':
        options.offers.expire(event.offerId);
        return;
      case 'handoff-gave-up': {
        const handoff = handoffs.find(event.handoffId);
        if (handoff !== null && handoff.endedAt === null) giveUp(handoff);
        return;
      }
      case 'agent-arrival-overdue': {
        const handoff = handoffs.find(event.handoffId);
        if (handoff?.attempt === event.attempt) overdue(handoff);
        return;
      }
      case 'customer-left-alone':
        if (isStillAlone(event.callId)) callLegs.holdCustomer(event.callId, true);
        return;
      default:
        unreachable(event);
    }
  }

  /** An agent on the way gets the time of one more offer. */
  function giveUp(handoff: HandoffRow): void {
    if (handoff.status === 'joining') options.deadlines.leaveTimeForOneOffer(handoff.id);
    else runner.apply(handoff.id, { type: 'gave-up' });
  }

  function overdue(handoff: HandoffRow): void {
    if (handoff.status !== 'joining' || handoff.legId === null) return;
    runner.apply(handoff.id, {
      type: 'agent-missing',
      legId: handoff.legId,
      retryLegId: options.ids.leg(),
      ...options.nextAgents(handoff),
    });
  }

  function isStillAlone(callId: HandoffRow['callId']): boolean {
    if (calls.find(callId)?.status === 'transferring' && callLegs.openAi(callId) === null) return true;
    const present = legs.ofCall(callId).filter(({ state }) => state === 'in-conference');
    return present.every(({ kind }) => kind === 'customer' || kind === 'supervisor');
  }

  return onDue;
}
