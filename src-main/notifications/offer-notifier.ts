import type { Offer } from '../../backend/contract/handoffs.ts';
import type { OfferId } from '../../backend/contract/ids.ts';
import type { DesktopState } from '../desktop-state.ts';
import type { Language } from '../ipc/contract/settings.ts';
import { announcedOffers } from '../offers/open-offers.ts';
import { notificationChanges } from './offer-notification.ts';

export interface OfferNotifierDeps {
  /** Whether the agent wants the system's notifications. */
  readonly isWanted: () => boolean;
  /** The console itself alerts whoever is looking at it. */
  readonly isConsoleInFront: () => boolean;
  /** Has the system tell of an offer; returns what takes that away. */
  readonly notify: (offer: Offer, language: Language) => () => void;
}

export interface OfferNotifier {
  follow(state: DesktopState): void;
  /** The console came to the front, or left it: who looks away has to be told of what is still open. */
  consoleFrontChanged(): void;
}

/** Announces each open offer through the system, once, and takes the announcement away when the offer ends. */
export function createOfferNotifier(
  { isWanted, isConsoleInFront, notify }: OfferNotifierDeps,
  initial: DesktopState,
): OfferNotifier {
  let state = initial;
  const announced = new Map<OfferId, () => void>();

  const settle = (): void => {
    const { show, close } = notificationChanges(new Set(announced.keys()), announcedOffers(state));
    for (const id of close) {
      announced.get(id)?.();
      announced.delete(id);
    }
    if (show.length === 0 || !isWanted() || isConsoleInFront()) return;
    for (const offer of show) announced.set(offer.id, notify(offer, state.language));
  };
  return {
    follow: (changed) => {
      state = changed;
      settle();
    },
    consoleFrontChanged: settle,
  };
}
