import type { HandoffReason, Offer } from '../../backend/contract/handoffs.ts';

/** The words for why an agent is asked; `name` in them is who transfers the call. */
export type OfferReasonWords =
  | 'offer.lineDropped'
  | 'offer.transferReturned'
  | 'offer.transferredBy'
  | `vocabulary:handoffReason.${HandoffReason}`;

export function reasonWords({ step, reason, transfer }: Offer): OfferReasonWords {
  if (step === 'return') return transfer === null ? 'offer.lineDropped' : 'offer.transferReturned';
  return step === 'named' && transfer !== null ? 'offer.transferredBy' : `vocabulary:handoffReason.${reason}`;
}

/** The words for what accepting means: whom the agent hears first, and who hears them. */
export function meaningWords({
  step,
  urgency,
  reason,
  transfer,
}: Offer): 'standbyMeaning' | 'aiTalksMeaning' | 'returnMeaning' | 'consultMeaning' | 'connectMeaning' {
  if (urgency === 'prepare') return reason === 'put-on-hold' ? 'standbyMeaning' : 'aiTalksMeaning';
  if (transfer?.mode === 'warm') return 'consultMeaning';
  return step === 'return' ? 'returnMeaning' : 'connectMeaning';
}
