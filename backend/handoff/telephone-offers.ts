import type { LegStore } from '../calls/leg-store.ts';
import type { Readiness } from '../calls/readiness.ts';
import type { TelephoneLegs } from '../calls/telephone-legs.ts';
import type { PhoneLanguage } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { CarrierEvents, LegEvent, TelephoneInstruction } from '../telephony/carrier-events.ts';
import type { HandoffStore, OfferRow } from './handoff-store.ts';
import type { HandoffViewSources } from './handoff-view.ts';
import type { OfferAnswers } from './offer-answers.ts';
import { spokenLanguage, telephoneWords } from './telephone-words.ts';

interface TelephoneOffersOptions {
  readonly handoffs: Pick<HandoffStore, 'offerOfLeg' | 'find'>;
  readonly legs: LegStore;
  readonly telephones: Pick<TelephoneLegs, 'entranceOf'>;
  readonly offers: Pick<OfferAnswers, 'acceptByTelephone' | 'declineByTelephone'>;
  readonly views: Pick<HandoffViewSources, 'customerOf'>;
  readonly readiness: (agentId: AgentId) => Readiness;
  readonly languageOf: (agentId: AgentId) => PhoneLanguage;
}

export type TelephoneOffers = Pick<CarrierEvents, 'telephoneAnswered' | 'telephoneKeyPressed'>;

/**
 * An offer on an agent's own telephone: what it is about is said to whoever answers, and only a key takes the call, so that no voicemail
 * ever does.
 */
export function createTelephoneOffers(options: TelephoneOffersOptions): TelephoneOffers {
  const { handoffs, legs, telephones, offers, readiness } = options;

  /** The offer that rang this leg; null when they do not belong together. */
  function offerOf({ legId, callId, legRef, at }: LegEvent): OfferRow | null {
    const leg = legs.find(legId);
    if (leg === null || leg.callId !== callId) return null;
    if (leg.carrierRef === null) legs.update(legId, { carrierRef: legRef });
    if (leg.answeredAt === null) legs.update(legId, { answeredAt: at });
    return handoffs.offerOfLeg(legId);
  }

  function say(agentId: AgentId, what: 'declined' | 'over' | 'onAnotherCall'): TelephoneInstruction {
    const language = options.languageOf(agentId);
    return { type: 'hang-up', say: telephoneWords[language][what], language: spokenLanguage[language] };
  }

  function ask({ handoffId, agentId }: OfferRow): TelephoneInstruction {
    const handoff = handoffs.find(handoffId);
    if (handoff === null) return say(agentId, 'over');
    const language = options.languageOf(agentId);
    const { company } = options.views.customerOf(handoff.callId);
    const words = telephoneWords[language].whisper({ company, urgency: handoff.urgency });
    return { type: 'ask', say: words, language: spokenLanguage[language] };
  }

  function decline(offer: OfferRow, leg: LegEvent, why: 'declined' | 'onAnotherCall'): TelephoneInstruction {
    // It hangs up by itself, after a word.
    legs.update(leg.legId, { state: 'left', leftAt: leg.at });
    offers.declineByTelephone(leg.legId, 'busy');
    return say(offer.agentId, why);
  }

  function accept(offer: OfferRow, leg: LegEvent): TelephoneInstruction {
    if (readiness(offer.agentId) === 'on-a-call') return decline(offer, leg, 'onAnotherCall');
    offers.acceptByTelephone(leg.legId);
    const entrance = telephones.entranceOf(leg.legId);
    const claimed = legs.find(leg.legId);
    if (entrance === null || claimed === null || claimed.agentId === null) return say(offer.agentId, 'over');
    return { type: 'enter', leg: entrance, muted: claimed.muted };
  }

  return {
    telephoneAnswered(leg) {
      const offer = offerOf(leg);
      if (offer === null) return unknown;
      return offer.status === 'open' ? ask(offer) : say(offer.agentId, 'over');
    },
    telephoneKeyPressed(leg, key) {
      const offer = offerOf(leg);
      if (offer === null) return unknown;
      if (offer.status !== 'open') return say(offer.agentId, 'over');
      return key === '1' ? accept(offer, leg) : decline(offer, leg, 'declined');
    },
  };
}

const unknown: TelephoneInstruction = {
  type: 'hang-up',
  say: telephoneWords.ja.over,
  language: spokenLanguage.ja,
};
