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

export interface TimedLine {
  readonly characters: number;
  /** Seconds before it: at least, at most. */
  readonly waited: readonly [number, number];
}

/** How long the carrier lets a telephone ring. */
const RINGING_SECONDS = 40;

/** Lays out lines at the pace of spoken Japanese: about seven characters a second. Without any, nobody has answered. */
export function timelineOf(startedAt: Date, lines: readonly TimedLine[], random: Random): Timeline {
  const ringing = lines.length === 0 ? RINGING_SECONDS : integerBetween(random, 5, 14);
  const answeredAt = secondsAfter(startedAt, ringing);
  const said: Date[] = [];
  let next = answeredAt;
  for (const { characters, waited } of lines) {
    const begins = secondsAfter(next, integerBetween(random, ...waited));
    said.push(begins);
    next = secondsAfter(begins, 1 + characters / 7 + random());
  }
  return { startedAt, answeredAt, said, endedAt: next };
}

export function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + Math.round(seconds * 1_000));
}
