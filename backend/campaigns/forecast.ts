import type { CampaignForecast } from '../contract/campaigns.ts';
import type { WorkSpan } from './campaign-hours.ts';

/** What a forecast is made from. */
export interface CampaignSoFar {
  readonly isRunning: boolean;
  readonly now: Date;
  /** Who is still to be called, or is being called, and the calls to them so far. */
  readonly waiting: number;
  readonly waitingCalls: number;
  /** Who was called and will not be called any more, and the calls that this took. */
  readonly settled: number;
  readonly settledCalls: number;
  readonly callsOver: number;
  readonly successes: number;
  /** Calls that were started lately, and how long that lately is. */
  readonly recentCalls: number;
  readonly recentMs: number;
  /** When the last of the planned retries is due; null when there is none. */
  readonly lastRetryAt: Date | null;
  readonly endOfWork: (span: WorkSpan) => Date;
}

/** When the campaign will be done, and what will have come of it, if it goes on as it went so far. */
export function forecastOf(soFar: CampaignSoFar): CampaignForecast {
  if (!soFar.isRunning) return { type: 'unknown', because: 'not-running' };
  const { callsOver, successes, recentCalls, recentMs, now, lastRetryAt } = soFar;
  if (callsOver === 0 || recentCalls === 0) return { type: 'unknown', because: 'too-early' };
  const callsLeft = expectedCalls(soFar);
  const perMs = recentCalls / Math.max(recentMs, 1_000);
  const dialled = soFar.endOfWork({ from: now, ms: callsLeft / perMs });
  const endsAt = lastRetryAt !== null && lastRetryAt > dialled ? lastRetryAt : dialled;
  return {
    type: 'estimated',
    endsAt: endsAt.toISOString(),
    callsLeft,
    callsPerHour: Math.round(perMs * 3_600_000 * 10) / 10,
    successes: successes + Math.round((successes / callsOver) * callsLeft),
  };
}

/** As many for each customer as those before them took, and one at least. */
function expectedCalls({ waiting, waitingCalls, settled, settledCalls }: CampaignSoFar): number {
  const perCustomer = settled === 0 ? 1 : settledCalls / settled;
  return Math.max(waiting, Math.ceil(waiting * perCustomer) - waitingCalls);
}
