import type { Offer } from './handoffs.ts';

/** Why an agent is asked: their own line dropped, nobody took the call that they transferred, a colleague transfers it to them, or the AI hands it off. */
export type OfferCause = 'line-dropped' | 'transfer-returned' | 'transferred-by-colleague' | 'handed-off';

/** What accepting means: whom the agent hears first, and who hears them. */
export type OfferMeaning = 'stand-by' | 'ai-talks' | 'return' | 'consult' | 'connect';

type Circumstances = Pick<Offer, 'step' | 'reason' | 'transfer' | 'urgency'>;

export function offerCause({ step, transfer }: Circumstances): OfferCause {
  if (step === 'return') return transfer === null ? 'line-dropped' : 'transfer-returned';
  return step === 'named' && transfer !== null ? 'transferred-by-colleague' : 'handed-off';
}

/** Who takes their own call back talks with the customer, however they had given it away. */
export function offerMeaning({ step, urgency, reason, transfer }: Circumstances): OfferMeaning {
  if (step === 'return') return 'return';
  if (urgency === 'prepare') return reason === 'put-on-hold' ? 'stand-by' : 'ai-talks';
  return transfer?.mode === 'warm' ? 'consult' : 'connect';
}
