import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
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
  const { brief, reason, urgency, step, transfer } = offer;
  const title = texts.offer.title(brief.company, brief.person);
  if (step === 'return') {
    const { lineDropped, transferReturned, returnMeaning, return: accept } = texts.offer;
    const why = transfer === null ? lineDropped : transferReturned;
    return { title, body: `${why}\n${returnMeaning}`, accept, silent: true };
  }
  const meaning = urgency === 'prepare' ? unheardMeaning(offer, texts) : talkMeaning(offer, texts);
  const body = `${texts.handoffReason[reason]}\n${meaning}`;
  return { title, body, accept: texts.offer.accept, silent: true };
}

function unheardMeaning({ reason }: Offer, { offer }: Texts): string {
  return reason === 'put-on-hold' ? offer.standbyMeaning : offer.aiTalksMeaning;
}

function talkMeaning({ transfer }: Offer, { offer }: Texts): string {
  return transfer?.mode === 'warm' ? offer.consultMeaning : offer.connectMeaning;
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
