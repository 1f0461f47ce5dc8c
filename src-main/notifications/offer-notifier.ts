import { Notification } from 'electron';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import { type Texts, textsIn } from '../language/texts.ts';
import { notificationChanges, offerNotification } from './offer-notification.ts';

export interface OfferNotifierDeps {
  /** The console itself alerts whoever is looking at it. */
  readonly isConsoleInFront: () => boolean;
  readonly run: RunCommand;
}

/** Announces each open offer through the system, and takes the announcement away when the offer ends. Call with each state. */
export function createOfferNotifier({
  isConsoleInFront,
  run,
}: OfferNotifierDeps): (state: DesktopState) => void {
  // Null where an offer came while the console was in front: announced, though not by us.
  const announced = new Map<OfferId, Notification | null>();

  return ({ offers, language }) => {
    const { show, close } = notificationChanges(new Set(announced.keys()), offers);
    for (const id of close) {
      announced.get(id)?.close();
      announced.delete(id);
    }
    for (const offer of show) {
      announced.set(offer.id, isConsoleInFront() ? null : notify(offer, textsIn(language), run));
    }
  };
}

function notify(offer: Offer, texts: Texts, run: RunCommand): Notification {
  const notification = new Notification({
    ...offerNotification(offer, texts),
    urgency: 'critical',
    timeoutType: 'never',
    actions: [
      { type: 'button', text: texts.offer.accept },
      { type: 'button', text: texts.offer.decline },
    ],
  });
  notification.on('click', () => run({ kind: 'open-call', callId: offer.callId }));
  notification.on('action', (_event, index) => {
    run({ kind: index === 0 ? 'accept-offer' : 'decline-offer', offerId: offer.id });
  });
  notification.show();
  return notification;
}
