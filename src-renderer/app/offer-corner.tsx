import type { ReactElement } from 'react';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { OfferAlert } from '../features/handoff/offer-alert.tsx';
import type { OfferAnswers } from '../features/handoff/use-offer-answers.ts';

interface OfferCornerProps {
  readonly offers: readonly Offer[];
  readonly answers: OfferAnswers;
  /** Whether a softphone of the agent can be rung now. */
  readonly reachable: boolean;
}

/** On every page, in a row of its own under the page: it covers neither what is being written nor what ends a call. */
export function OfferCorner({ offers, answers, reachable }: OfferCornerProps): ReactElement {
  return (
    <div className="@container relative shrink-0 has-[section]:p-2">
      <OfferAlert
        offers={offers}
        answering={answeringOf(answers)}
        reachable={reachable}
        onAccept={(offer) => answers.accept(offer.id)}
        onDecline={(offer, reason) => answers.decline(offer.id, reason)}
      />
    </div>
  );
}

function answeringOf({ accepting, declining }: OfferAnswers): 'accepting' | 'declining' | null {
  if (accepting !== null) return 'accepting';
  return declining === null ? null : 'declining';
}
