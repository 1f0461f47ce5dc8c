import { announcedTo } from '../../backend/contract/do-not-disturb.ts';
import type { Offer } from '../../backend/contract/handoffs.ts';
import { deadlineOf, openAt } from '../../backend/contract/open-offers.ts';
import type { DesktopState } from '../desktop-state.ts';

/** What alert, notification, badge, flash, tray picture and global keys are about. */
export function announcedOffers({ offers, presence }: DesktopState): readonly Offer[] {
  return presence.kind === 'signed-out' ? offers : announcedTo(presence.busyReason, offers);
}

export interface OfferExpiryDeps {
  readonly now: () => number;
  /** Calls `act` in `ms` milliseconds; returns the undo. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** The time of at least one offer is up: told of those that are left. */
  readonly onExpired: (left: readonly Offer[]) => void;
}

/**
 * An offer ends at its deadline also when the page that should tell has hung or lost its connection. Call the result with each state.
 */
export function watchOfferExpiry({ now, after, onExpired }: OfferExpiryDeps): (state: DesktopState) => void {
  let cancel = (): void => undefined;
  return ({ offers }) => {
    cancel();
    const [first] = offers;
    cancel =
      first === undefined
        ? () => undefined
        : after(deadlineOf(first) - now(), () => onExpired(openAt(offers, now())));
  };
}
