import { audibleTime, type Stretch, silentTime } from '../../../backend/simulator/audible-time.ts';
import { personaAt } from '../../../backend/simulator/personas/numbers.ts';
import { type HeldCalls, linesOf, type StoredCall } from './held-calls.ts';

const longestSilenceMs = 5_000;

/**
 * When the customer was left in silence after a failure, by the simulator's record of what was audible on their line. A failure during the
 * silence begins it; else it counts from its first moment, as the consequence of what failed earlier. What the customer says is no silence.
 */
export function longSilences(
  { direction, phoneNumber }: Pick<StoredCall, 'direction' | 'phoneNumber'>,
  held: Pick<HeldCalls, 'observed' | 'struck'>,
): string[] {
  // A machine that records minds no silence.
  if (direction === 'outbound' && personaAt(phoneNumber) === 'voicemail') return [];
  const failedAt = held.struck
    .filter(({ subject }) => subject === phoneNumber)
    .map(({ at }) => at.getTime())
    .toSorted((a, b) => a - b);
  return linesOf(phoneNumber, held).flatMap(({ answeredAt, endedAt, said, heard }) => {
    if (answeredAt === null || endedAt === null) return [];
    const limits = { from: Date.parse(answeredAt), to: Date.parse(endedAt) };
    return silentTime(audibleTime([...said, ...heard], limits), limits)
      .map((silence) => ({ silence, sinceMs: sinceFailure(silence, failedAt) }))
      .filter(({ sinceMs }) => sinceMs > longestSilenceMs)
      .map(
        ({ silence, sinceMs }) => `${sinceMs} ms of silence, ${silence.from - limits.from} ms into the call`,
      );
  });
}

function sinceFailure({ from, to }: Stretch, failedAt: readonly number[]): number {
  const during = failedAt.find((at) => at >= from && at < to);
  if (during !== undefined) return to - during;
  return failedAt.some((at) => at < from) ? to - from : 0;
}
