/** A call as Twilio lists it. */
interface ListedCall {
  readonly sid: string;
  readonly dateCreated: Date;
}

interface Sought {
  readonly askedAt: Date;
  /** When that number was next to be called after it; null when it was not. */
  readonly nextAskedAt: Date | null;
  /** Twilio's ids of calls to that number that are known to be others. */
  readonly otherRefs: readonly string[];
}

/**
 * Twilio knows neither the address of a call's TwiML nor that of its callbacks. Nobody is called twice at once, so that the first call to
 * their number that was made since then, before the next was asked for, and is no other's is the one; null when there is none.
 */
export function madeCall(
  calls: readonly ListedCall[],
  { askedAt, nextAskedAt, otherRefs }: Sought,
): string | null {
  const since = wholeSecond(askedAt);
  const until = nextAskedAt === null ? null : wholeSecond(nextAskedAt);
  const [first] = calls
    .filter(({ dateCreated }) => dateCreated >= since && (until === null || dateCreated < until))
    .filter(({ sid }) => !otherRefs.includes(sid))
    .toSorted((one, other) => one.dateCreated.getTime() - other.dateCreated.getTime());
  return first?.sid ?? null;
}

/** Twilio's times have no finer part. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1_000) * 1_000);
}
