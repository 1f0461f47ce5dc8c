import type { OfferId } from '../../backend/contract/ids.ts';

/** What is counted while a team is at work. */
export interface TeamFiguresPlayed {
  /** Calls in which a human came to the customer. */
  readonly reached: number;
  readonly offers: number;
  readonly duplicateClaims: number;
  /** Each in words. */
  readonly wrongOffers: readonly string[];
  /** What the rows tell afterwards that was promised otherwise, each in words. */
  readonly brokenPromises: readonly string[];
  /** Seconds, of each call that was reached: until an agent accepted, since the customer waits and since that agent was asked. */
  readonly waits: readonly number[];
  readonly answers: readonly number[];
  /** Customers who hung up, and customers whom the AI had to put off. */
  readonly lostPatience: number;
  readonly putOff: number;
  /** Of all these, those in whose time somebody who was not asked had been free for more than two seconds. */
  readonly passedOver: number;
  /** Of the same, those for which nobody was asked at all. */
  readonly neverAsked: number;
  /** Agents on average. */
  readonly free: number;
  readonly onBreak: number;
}

export interface TeamTally {
  readonly wrongOffers: string[];
  readonly waits: number[];
  readonly answers: number[];
  readonly free: number[];
  readonly onBreak: number[];
  readonly seen: Set<OfferId>;
  duplicateClaims: number;
  lostPatience: number;
  putOff: number;
  passedOver: number;
  neverAsked: number;
}

export function createTeamTally(): TeamTally {
  return {
    wrongOffers: [],
    waits: [],
    answers: [],
    free: [],
    onBreak: [],
    seen: new Set(),
    duplicateClaims: 0,
    lostPatience: 0,
    putOff: 0,
    passedOver: 0,
    neverAsked: 0,
  };
}

export function figuresOf(
  { seen, free, onBreak, ...counted }: TeamTally,
  brokenPromises: readonly string[],
): TeamFiguresPlayed {
  return {
    ...counted,
    brokenPromises,
    reached: counted.waits.length,
    offers: seen.size,
    free: mean(free),
    onBreak: mean(onBreak),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
