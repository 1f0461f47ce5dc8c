import type { CallStore } from '../calls/call-store.ts';
import type { TelephoneLegs } from '../calls/telephone-legs.ts';
import type { PhoneLanguage } from '../contract/agents.ts';
import type { AgentId, CallId, LegId } from '../contract/ids.ts';
import type { HandoffStore, OfferRow } from './handoff-store.ts';
import { telephoneWords } from './telephone-words.ts';

interface TelephoneRingingOptions {
  readonly calls: Pick<CallStore, 'find'>;
  readonly handoffs: Pick<HandoffStore, 'openOffersOfAgent'>;
  readonly telephones: Pick<TelephoneLegs, 'ring' | 'dismiss'>;
  /** The number at which the agent is to be reached now; null when it is by the app, or not at all. */
  readonly telephoneOf: (agentId: AgentId) => string | null;
  readonly languageOf: (agentId: AgentId) => PhoneLanguage;
}

/** An offer rings the agent's own telephone where that is how they are reached. */
export interface TelephoneRinging {
  /** Null when no telephone is rung for it. */
  ring(callId: CallId, agentId: AgentId): LegId | null;
  /** The offer is over: its telephone must not ring on, or stay up. */
  dismiss(offer: Pick<OfferRow, 'agentId' | 'legId'>): void;
}

export function createTelephoneRinging(options: TelephoneRingingOptions): TelephoneRinging {
  const { calls, handoffs, telephones, telephoneOf, languageOf } = options;

  function isRinging(agentId: AgentId): boolean {
    return handoffs.openOffersOfAgent(agentId).some(({ legId }) => legId !== null);
  }

  return {
    ring(callId, agentId) {
      const phoneNumber = telephoneOf(agentId);
      const call = calls.find(callId);
      if (phoneNumber === null || call === null || isRinging(agentId)) return null;
      return telephones.ring(call, phoneNumber);
    },
    dismiss({ agentId, legId }) {
      if (legId !== null) telephones.dismiss(legId, telephoneWords[languageOf(agentId)].over);
    },
  };
}
