import type { OutboxEntry } from '../journal/outbox-store.ts';

/**
 * For how long the command that waits longest has waited for its first turn, in milliseconds. Not those that the carrier was told and did not
 * do: trying them again is the carrier's trouble, not ours.
 */
export function longestWaitMs(
  heads: readonly Pick<OutboxEntry, 'attempts' | 'notBefore'>[],
  now: Date,
): number {
  const waits = heads
    .filter(({ attempts }) => attempts === 0)
    .map(({ notBefore }) => now.getTime() - notBefore.getTime());
  return Math.max(0, ...waits);
}
