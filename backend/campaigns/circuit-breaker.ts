import { wasHeldBack } from '../calls/dial-rules.ts';
import type { CampaignPausedFor } from '../contract/campaigns.ts';
import type { CallResult, ResultReason } from '../contract/vocabulary.ts';

/** A call of a campaign that is over. */
export interface EndedCall {
  readonly endedAt: Date;
  readonly result: CallResult | null;
  readonly resultReason: ResultReason | null;
}

export type OpenCircuit = Pick<
  Extract<CampaignPausedFor, { readonly type: 'circuit-open' }>,
  'calls' | 'failed' | 'mostOften'
>;

/** The last calls are looked at, as many as ended within so long. */
export const watchedCalls = 20;
export const watchedMs = 2 * 60 * 1_000;
/** Half of the last calls have failed: it is not the customers. */
const openingShare = 0.5;
/**
 * Half of how few? Campaigns of few lines have no ten failures in two minutes, and would dial a dead line to the end of their list; but one
 * or two wrong numbers at the beginning say nothing. A list in which one number in ten is wrong has five in a row once in 100,000 times.
 */
const fewestFailures = 5;

/** Why the campaign must not go on; null when it may. `ended`: calls since it was last started or resumed, newest first. */
export function openCircuitOf(ended: readonly EndedCall[], now: Date): OpenCircuit | null {
  const watched = ended
    .filter((call) => !wasHeldBack(call))
    .filter(({ endedAt }) => now.getTime() - endedAt.getTime() <= watchedMs)
    .slice(0, watchedCalls);
  const reasons = watched
    .filter(({ result }) => result === 'failed')
    .map(({ resultReason }) => resultReason ?? 'carrier');
  const mostOften = mostFrequent(reasons);
  if (mostOften === null || reasons.length < fewestFailures) return null;
  if (reasons.length < watched.length * openingShare) return null;
  return { calls: watched.length, failed: reasons.length, mostOften };
}

function mostFrequent(reasons: readonly ResultReason[]): ResultReason | null {
  const times = (reason: ResultReason) => reasons.filter((other) => other === reason).length;
  const [most] = [...new Set(reasons)].toSorted((a, b) => times(b) - times(a));
  return most ?? null;
}
