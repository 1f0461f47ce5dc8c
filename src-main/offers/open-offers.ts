import type { Offer } from '../../backend/contract/handoffs.ts';
import type { DesktopState } from '../desktop-state.ts';

/** Those of the offers whose time is not up, the most urgent first. `now` in milliseconds since 1970. */
export function openOffers(offers: readonly Offer[], now: number): readonly Offer[] {
  return offers
    .filter((offer) => deadlineOf(offer) > now)
    .toSorted((one, other) => deadlineOf(one) - deadlineOf(other));
}

/** What alert, notification and flash announce: nothing to an agent who does not want to be disturbed. */
export function announcedOffers({ offers, presence }: DesktopState): readonly Offer[] {
  const quiet = presence.kind === 'signed-in' && presence.busyReason === 'do-not-disturb';
  return quiet ? [] : offers;
}

export interface OfferExpiryDeps {
  readonly now: () => number;
  /** Calls `act` in `ms` milliseconds; returns the undo. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** At least one offer's time is up. */
  readonly onExpired: () => void;
}

/**
 * An offer ends at its deadline also when the page that should tell has hung or lost its connection. Call the result with each state.
 */
export function watchOfferExpiry({ now, after, onExpired }: OfferExpiryDeps): (state: DesktopState) => void {
  let cancel = (): void => undefined;
  return ({ offers: [first] }) => {
    cancel();
    cancel = first === undefined ? () => undefined : after(deadlineOf(first) - now(), onExpired);
  };
}

function deadlineOf({ deadline }: Offer): number {
  return Date.parse(deadline);
}
