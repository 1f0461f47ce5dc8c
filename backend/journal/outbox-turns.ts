import type { OutboxEntry } from './outbox-store.ts';
import { type TokenBucket, takeToken } from './token-bucket.ts';

interface Pace {
  readonly bucket: TokenBucket;
  /** How many legs a second may be asked for. */
  readonly legsPerSecond: number;
  /** Whether a command makes a new leg at the carrier. */
  readonly makesLeg: (type: string) => boolean;
  readonly now: Date;
}

export interface Turns {
  /** Those whose turn it is. */
  readonly now: readonly OutboxEntry[];
  readonly bucket: TokenBucket;
  /** When the next one's turn is; null when none waits for it. */
  readonly nextInMs: number | null;
}

/**
 * Whose turn it is of those that wait. Only new legs are counted (Twilio limits participant creates as it does calls), and a call that is
 * on gets its leg before anybody else is dialled.
 */
export function takeTurns(
  waiting: readonly OutboxEntry[],
  { bucket, legsPerSecond, makesLeg, now }: Pace,
): Turns {
  const due = waiting.filter(({ notBefore }) => notBefore <= now);
  const later = waiting.filter(({ notBefore }) => notBefore > now);
  const waits = later.map(({ notBefore }) => notBefore.getTime() - now.getTime());
  /** A dial that nobody is sure of is only looked up. */
  const asksForLeg = ({ type, unsureSince }: OutboxEntry) => makesLeg(type) && unsureSince === null;
  const turns = due.filter((entry) => !asksForLeg(entry));
  let left = bucket;
  for (const entry of due.filter(asksForLeg).toSorted(liveCallsFirst)) {
    const taken = takeToken(left, legsPerSecond, now);
    if (taken.type === 'empty') {
      waits.push(taken.waitMs);
      break;
    }
    left = taken.bucket;
    turns.push(entry);
  }
  return { now: turns, bucket: left, nextInMs: waits.length === 0 ? null : Math.min(...waits) };
}

function liveCallsFirst(one: OutboxEntry, other: OutboxEntry): number {
  return Number(one.beginsCall) - Number(other.beginsCall) || one.id - other.id;
}
