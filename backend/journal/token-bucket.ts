/** How much may still be done at once, where something may be done only so often a second: it fills by and by. */
export interface TokenBucket {
  readonly tokens: number;
  /** When there were so many. */
  readonly at: Date;
}

export type Taken =
  | { readonly type: 'taken'; readonly bucket: TokenBucket }
  | { readonly type: 'empty'; readonly waitMs: number };

export function fullBucket(perSecond: number, now: Date): TokenBucket {
  return { tokens: capacityOf(perSecond), at: now };
}

/** Takes one token, or tells after how long there is one. */
export function takeToken(bucket: TokenBucket, perSecond: number, now: Date): Taken {
  const tokens = tokensAt(bucket, perSecond, now);
  if (tokens >= 1) return { type: 'taken', bucket: { tokens: tokens - 1, at: now } };
  return { type: 'empty', waitMs: Math.ceil(((1 - tokens) / perSecond) * 1_000) };
}

/** Takes the next token, which may be one that is not there yet: whoever comes later waits for it, too. */
export function reserveToken(
  bucket: TokenBucket,
  perSecond: number,
  now: Date,
): { readonly bucket: TokenBucket; readonly waitMs: number } {
  const tokens = tokensAt(bucket, perSecond, now) - 1;
  return { bucket: { tokens, at: now }, waitMs: Math.ceil((Math.max(0, -tokens) / perSecond) * 1_000) };
}

/** A clock that was set back fills nothing, and takes nothing away. */
function tokensAt({ tokens, at }: TokenBucket, perSecond: number, now: Date): number {
  const seconds = Math.max(0, now.getTime() - at.getTime()) / 1_000;
  return Math.min(capacityOf(perSecond), tokens + seconds * perSecond);
}

/** One second's worth, but one at least, or nothing would ever be done. */
function capacityOf(perSecond: number): number {
  return Math.max(1, perSecond);
}
