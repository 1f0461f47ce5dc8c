import type { Offer } from './handoffs.ts';

/** Those of the offers whose time is not up, the most urgent first. `now` in milliseconds since 1970, by the clock of the offers. */
export function openAt<One extends Pick<Offer, 'deadline'>>(
  offers: readonly One[],
  now: number,
): readonly One[] {
  return offers
    .filter((offer) => deadlineOf(offer) > now)
    .toSorted((one, other) => deadlineOf(one) - deadlineOf(other));
}

/** In milliseconds since 1970. */
export function deadlineOf({ deadline }: Pick<Offer, 'deadline'>): number {
  return Date.parse(deadline);
}
