import type { SpendingSettings, SpendingStanding } from '../contract/spending.ts';

/** Admins are told from here on, of the cap. */
const nearPart = 0.8;

/** An estimate, in the currency of the carrier's bill. */
export function costOf(
  minutes: number,
  { pricePerMinute }: Pick<SpendingSettings, 'pricePerMinute'>,
): number {
  // To the hundredth: prices have few decimals, and binary fractions would show many.
  return Math.round(minutes * pricePerMinute * 100) / 100;
}

export function standingOf(
  spent: number,
  { dailyCap }: Pick<SpendingSettings, 'dailyCap'>,
): SpendingStanding {
  if (dailyCap === null) return 'uncapped';
  if (spent >= dailyCap) return 'reached';
  return spent >= dailyCap * nearPart ? 'near' : 'within';
}
