import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { OfferAlert } from '../features/handoff/offer-alert.tsx';
import type { OfferAnswers } from '../features/handoff/use-offer-answers.ts';

interface OfferCornerProps {
  readonly offers: readonly Offer[];
  readonly answers: OfferAnswers;
  /** Whether a softphone of the agent can be rung now. */
  readonly reachable: boolean;
}

/** On every page, beside what can be done for the call that is open: over the list, in a narrower window over the conversation. */
export function OfferCorner({ offers, answers, reachable }: OfferCornerProps): ReactElement {
  const room = useOfferRoom();
  return (
    <div
      ref={room}
      className="pointer-events-none fixed right-4 bottom-34 z-20 w-104 max-w-[calc(100vw-32px)] wide:right-auto wide:bottom-18 wide:left-48 max-strip:right-0 max-strip:bottom-[113px] max-strip:w-full max-strip:max-w-none *:pointer-events-auto"
    >
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

/** Tells the conversation how much of it is covered, so that its end stays above the card. */
function useOfferRoom(): RefObject<HTMLDivElement | null> {
  const corner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: element } = corner;
    if (element === null) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => style.setProperty('--offer-room', `${element.offsetHeight}px`));
    watch.observe(element);
    return () => {
      watch.disconnect();
      style.removeProperty('--offer-room');
    };
  }, []);
  return corner;
}

function answeringOf({ accepting, declining }: OfferAnswers): 'accepting' | 'declining' | null {
  if (accepting !== null) return 'accepting';
  return declining === null ? null : 'declining';
}
