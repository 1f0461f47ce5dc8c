import { Notification } from 'electron';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import { type Texts, textsIn } from '../language/texts.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import { notificationChanges, offerNotification } from './offer-notification.ts';

export interface OfferNotifierDeps {
  /** Whether the agent wants the system's notifications. */
  readonly isWanted: () => boolean;
  /** The console itself alerts whoever is looking at it. */
  readonly isConsoleInFront: () => boolean;
  readonly run: RunCommand;
}

/** Announces each open offer through the system, and takes the announcement away when the offer ends. Call with each state. */
export function createOfferNotifier({
  isWanted,
  isConsoleInFront,
  run,
}: OfferNotifierDeps): (state: DesktopState) => void {
  // Null where an offer came while it was not wanted or the console was in front: announced, though not by us.
  const announced = new Map<OfferId, Notification | null>();

  return (state) => {
    const { show, close } = notificationChanges(new Set(announced.keys()), announcedOffers(state));
    for (const id of close) {
      announced.get(id)?.close();
      announced.delete(id);
    }
    for (const offer of show) {
      const isQuiet = !isWanted() || isConsoleInFront();
      announced.set(offer.id, isQuiet ? null : notify(offer, textsIn(state.language), run));
    }
  };
}

function notify(offer: Offer, texts: Texts, run: RunCommand): Notification {
  const { accept, ...words } = offerNotification(offer, texts);
  const notification = new Notification({
    ...words,
    urgency: 'critical',
    timeoutType: 'never',
    actions: [
      { type: 'button', text: accept },
      { type: 'button', text: texts.offer.decline },
    ],
  });
  notification.on('click', () => run({ kind: 'open-call', callId: offer.callId }));
  notification.on('action', (_event, index) => {
    const offerId = offer.id;
    run(
      index === 0 ? { kind: 'accept-offer', offerId } : { kind: 'decline-offer', offerId, reason: 'other' },
    );
  });
  notification.show();
  return notification;
}
