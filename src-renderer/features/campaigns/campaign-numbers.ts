import type { Campaign, CampaignProgress, CampaignPulse } from '../../../backend/contract/campaigns.ts';

/** Customers who are to be called, or were: without those left out. */
export function callableOf({ customers, skipped }: CampaignProgress): number {
  return customers - skipped;
}

/** Customers of whom nothing is to be expected any more; whoever is left out is none of them. */
export function overOf({ done, failed }: CampaignProgress): number {
  return done + failed;
}

/** Per cent with one decimal; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
}

/** Of the calls that are over, those that succeeded. */
export function successShareOf({ results }: CampaignProgress): number | null {
  const over = Object.values(results).reduce((sum, calls) => sum + calls, 0);
  return shareOf(results.success, over);
}

/** Of those who wanted a human, those who found none. */
export function abandonedShareOf({ abandoned, wantedHuman }: CampaignPulse): number | null {
  return shareOf(abandoned, wantedHuman);
}

/** What the share of abandoned customers is to stay below, in per cent. */
export const abandonedLimit = 3;

export function isOver({ state }: Pick<Campaign, 'state'>): boolean {
  return state === 'stopped' || state === 'finished';
}

/** Something may change without anybody doing anything: calls go on also after a pause. */
export function isLive({ state, progress }: Pick<Campaign, 'state' | 'progress'>): boolean {
  return state === 'running' || progress.dialling > 0;
}
