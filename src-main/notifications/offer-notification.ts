import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
import { offerCause, offerMeaning } from '../../backend/contract/offer-meaning.ts';
import type { Texts } from '../language/texts.ts';

export interface OfferNotification {
  readonly title: string;
  readonly body: string;
  /** The word on the button that accepts. */
  readonly accept: string;
  /** The console rings already. */
  readonly silent: true;
}

/**
 * What the system's notification says of an offer: who, why, and whether the customer is waiting. Not what was said: the system
 * keeps its notifications, and shows them on a locked screen.
 */
export function offerNotification(offer: Offer, texts: Texts): OfferNotification {
  const { brief } = offer;
  const meaning = offerMeaning(offer);
  return {
    title: texts.offer.title(brief.company, brief.person),
    body: `${causeWords(offer, texts)}\n${texts.offer.meaning[meaning]}`,
    accept: meaning === 'return' ? texts.offer.return : texts.offer.accept,
    silent: true,
  };
}

function causeWords(offer: Offer, texts: Texts): string {
  switch (offerCause(offer)) {
    case 'line-dropped':
      return texts.offer.lineDropped;
    case 'transfer-returned':
      return texts.offer.transferReturned;
    case 'transferred-by-colleague':
      return texts.offer.transferredBy(offer.transfer?.by.name ?? '');
    case 'handed-off':
      return texts.handoffReason[offer.reason];
  }
}

export interface NotificationChanges {
  readonly show: readonly Offer[];
  readonly close: readonly OfferId[];
}

/** What must appear and disappear so that exactly the open offers are announced, each once. */
export function notificationChanges(
  announced: ReadonlySet<OfferId>,
  open: readonly Offer[],
): NotificationChanges {
  const openIds = new Set(open.map(({ id }) => id));
  return {
    show: open.filter(({ id }) => !announced.has(id)),
    close: [...announced].filter((id) => !openIds.has(id)),
  };
}
