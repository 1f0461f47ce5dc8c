import { presentSince } from '../calls/arrivals.ts';
import type { CallAlerts } from '../calls/call-alerts.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import type { CallProgress } from '../calls/call-progress.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { TelephoneLegs } from '../calls/telephone-legs.ts';
import type { ConversationService } from '../conversation/conversation-service.ts';
import type { Clock } from '../kernel/clock.ts';
import { unreachable } from '../kernel/errors.ts';
import type { AgentRelease } from './agent-release.ts';
import type { HandoffDeadlines } from './handoff-deadlines.ts';
import type { HandoffRow, HandoffStore, OfferRow } from './handoff-store.ts';
import type { HandoffEffect } from './handoff-vocabulary.ts';
import type { OfferLeases } from './offer-leases.ts';
import type { TelephoneRinging } from './telephone-ringing.ts';

export interface HandoffEffectsOptions {
  readonly handoffs: HandoffStore;
  readonly calls: CallStore;
  readonly callLegs: CallLegs;
  readonly progress: CallProgress;
  readonly publisher: CallPublisher;
  readonly conversations: ConversationService;
  readonly alerts: Pick<CallAlerts, 'didNotArrive' | 'askedAgain'>;
  readonly deadlines: HandoffDeadlines;
  readonly clock: Clock;
  readonly leases: OfferLeases;
  readonly release: AgentRelease;
  readonly telephones: Pick<TelephoneLegs, 'claim'>;
  readonly ringing: Pick<TelephoneRinging, 'dismiss'>;
}

/** Does what the handoff machine wants, in the caller's transaction. */
export function createHandoffEffects(
  options: HandoffEffectsOptions,
): (handoff: HandoffRow, effect: HandoffEffect) => void {
  const { handoffs, calls, callLegs, conversations, alerts, deadlines, clock } = options;

  function perform(handoff: HandoffRow, effect: HandoffEffect): void {
    switch (effect.type) {
      case 'offer':
        for (const agentId of effect.agentIds) {
          alerts.askedAgain(agentId);
          options.leases.offer(handoff, agentId, effect.step);
        }
        return;
      case 'accept-offer':
        closeOffers(handoff, 'accepted', (offer) => offer.agentId === effect.agentId);
        return;
      case 'withdraw-offers':
        closeOffers(handoff, 'withdrawn', () => true);
        return;
      case 'ring-agent':
        ringAgent(handoff, effect);
        return;
      case 'drop-agent':
        callLegs.remove(effect.legId);
        return;
      case 'release-agent':
        options.release(effect.legId);
        return;
      case 'unmute-agent':
        callLegs.setMuted(effect.legId, false);
        return;
      case 'join-customer':
        joinCustomer(handoff);
        return;
      case 'hold-customer':
        callLegs.holdCustomer(handoff.callId, effect.onHold);
        return;
      case 'await-agent':
        awaitAgent(handoff);
        return;
      case 'record-outcome':
        handoffs.update(handoff.id, { transferOutcome: effect.outcome });
        return;
      case 'tell-agent-not-arrived':
        alerts.didNotArrive(handoff.callId, effect.agentId);
        return;
      case 'recover':
        recover(handoff);
        return;
      default:
        unreachable(effect);
    }
  }

  function closeOffers(
    handoff: HandoffRow,
    status: 'accepted' | 'withdrawn',
    which: (offer: OfferRow) => boolean,
  ): void {
    for (const open of handoffs.offersOf(handoff.id)) {
      if (open.status !== 'open' || !which(open)) continue;
      handoffs.closeOffer(open.id, { status, declineReason: null, respondedAt: clock.now() });
      deadlines.cancelOfferExpiry(open.id);
      if (open.legId !== handoff.legId) options.ringing.dismiss(open);
    }
  }

  function ringAgent(
    handoff: HandoffRow,
    { claim, muted, attempt }: Extract<HandoffEffect, { type: 'ring-agent' }>,
  ) {
    const call = calls.find(handoff.callId);
    if (call === null) return;
    const { agentId, clientId, legId } = claim;
    if (clientId === null) options.telephones.claim(legId, agentId, muted);
    else callLegs.ringSoftphone(call, { legId, agentId, clientId, handoffId: handoff.id, muted });
    deadlines.setArrival(handoff.id, attempt);
  }

  /** The customer waits from now on, however long the colleague was asked before. */
  function awaitAgent({ id, callId }: HandoffRow): void {
    options.progress.advance(callId, { type: 'transfer-began' });
    handoffs.update(id, { waitingSince: clock.now() });
    deadlines.setGiveUp(id);
  }

  /** The AI is frozen first: nothing of it may be heard after the human (twilio-facts 11, row 2). */
  function joinCustomer({ id, callId }: HandoffRow): void {
    conversations.advance(callId, 'human-took-floor');
    const ai = callLegs.openAi(callId);
    if (ai !== null) callLegs.remove(ai.id);
    callLegs.holdCustomer(callId, false);
    callLegs.transcribe(callId);
    deadlines.cancelLeftAlone(callId);
    deadlines.cancelWaiting(id);
    handoffs.update(id, { connectedAt: clock.now() });
    // What the dialogue had led to does not outlive the human who talks.
    calls.update(callId, { result: null, resultReason: null, nextAction: null });
    options.progress.advance(callId, { type: 'human-met-customer' });
  }

  /** The AI comes back to a customer who waited in vain; as a new leg where its own was removed. */
  function recover({ callId }: HandoffRow): void {
    const call = calls.find(callId);
    if (call === null) return;
    conversations.advance(callId, 'handoff-failed');
    options.progress.advance(callId, { type: 'transfer-failed' });
    deadlines.cancelLeftAlone(callId);
    const ai = callLegs.openAi(callId);
    if (ai !== null && presentSince(ai) !== null) {
      callLegs.holdCustomer(callId, false);
      return;
    }
    // A leg that is still to come ends the hold when it begins to speak, so that there is no silence before it.
    if (ai === null) callLegs.addAi(call);
    deadlines.setAiAwaited(callId);
  }

  return perform;
}
