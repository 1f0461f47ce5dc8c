import type { Clock } from '../kernel/clock.ts';
import { fullBucket, reserveToken, type TokenBucket } from './token-bucket.ts';

/** The new legs that the carrier may be asked for: so many a second, whoever asks, and whatever for. */
export interface LegAllowance {
  readonly legsPerSecond: number;
  bucket(): TokenBucket;
  /** What is left of it, for whoever takes several at once. */
  leave(bucket: TokenBucket): void;
  /** For a leg that is not in the outbox: resolves when it may be asked for. Who came first is first. */
  turn(): Promise<void>;
}

interface LegAllowanceOptions {
  readonly legsPerSecond: number;
  readonly clock: Clock;
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
}

export function createLegAllowance({ legsPerSecond, clock, speed }: LegAllowanceOptions): LegAllowance {
  let bucket = fullBucket(legsPerSecond, clock.now());
  return {
    legsPerSecond,
    bucket: () => bucket,
    leave(left) {
      bucket = left;
    },
    async turn() {
      const reserved = reserveToken(bucket, legsPerSecond, clock.now());
      bucket = reserved.bucket;
      if (reserved.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, reserved.waitMs / speed));
    },
  };
}
