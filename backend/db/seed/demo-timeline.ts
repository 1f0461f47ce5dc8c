import { integerBetween, type Random } from './random.ts';

/** When everything in a demo call happens. */
export interface Timeline {
  readonly startedAt: Date;
  /** When the customer's telephone was answered, or stopped ringing. */
  readonly answeredAt: Date;
  /** When each line begins. */
  readonly said: readonly Date[];
  readonly endedAt: Date;
}

/** Lays out lines of the given lengths, at the pace of spoken Japanese: about seven characters a second. */
export function timelineOf(startedAt: Date, lengths: readonly number[], random: Random): Timeline {
  const ringing = lengths.length === 0 ? 25 : integerBetween(random, 5, 14);
  const answeredAt = secondsAfter(startedAt, ringing);
  const said: Date[] = [];
  let next = answeredAt;
  for (const length of lengths) {
    said.push(next);
    next = secondsAfter(next, 1 + length / 7 + random());
  }
  return { startedAt, answeredAt, said, endedAt: next };
}

export function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + Math.round(seconds * 1_000));
}
