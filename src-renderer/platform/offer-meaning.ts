import type { HandoffReason, Offer } from '../../backend/contract/handoffs.ts';
import { type OfferMeaning, offerCause, offerMeaning } from '../../backend/contract/offer-meaning.ts';

/** The words for why an agent is asked; `name` in them is who transfers the call. */
export type OfferReasonWords =
  | 'offer.lineDropped'
  | 'offer.transferReturned'
  | 'offer.transferredBy'
  | `vocabulary:handoffReason.${HandoffReason}`;

export function reasonWords(offer: Offer): OfferReasonWords {
  switch (offerCause(offer)) {
    case 'line-dropped':
      return 'offer.lineDropped';
    case 'transfer-returned':
      return 'offer.transferReturned';
    case 'transferred-by-colleague':
      return 'offer.transferredBy';
    case 'handed-off':
      return `vocabulary:handoffReason.${offer.reason}`;
  }
}

const wordsOf = {
  'stand-by': 'standbyMeaning',
  'ai-talks': 'aiTalksMeaning',
  return: 'returnMeaning',
  consult: 'consultMeaning',
  connect: 'connectMeaning',
} as const satisfies Record<OfferMeaning, string>;

export function meaningWords(offer: Offer): (typeof wordsOf)[OfferMeaning] {
  return wordsOf[offerMeaning(offer)];
}
