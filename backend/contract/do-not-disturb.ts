import type { Offer } from './handoffs.ts';
import type { BusyReason } from './vocabulary.ts';

/**
 * The offers that may ring, pop up, count and claim a key. For an agent who does not want to be disturbed, only the one that brings them
 * back to their own customer; the others still stand in the console and in the tray's menu, for who looks there.
 */
export function announcedTo(busyReason: BusyReason | null, offers: readonly Offer[]): readonly Offer[] {
  return busyReason === 'do-not-disturb' ? offers.filter(({ step }) => step === 'return') : offers;
}
