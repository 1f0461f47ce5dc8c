import type { AgentFigures } from '../contract/figures.ts';
import type { OfferStatus } from '../contract/handoffs.ts';
import type { CallId } from '../contract/ids.ts';
import type { CallResult, Presence } from '../contract/vocabulary.ts';
import { overlap, type Span, spansWithout, totalSeconds } from './spans.ts';

export interface OfferFact {
  readonly status: OfferStatus;
  readonly offeredAt: Date;
  readonly respondedAt: Date | null;
}

/** An agent on one call, once; what has not ended yet has ended now. */
export interface TalkFact {
  readonly callId: CallId;
  /** From when they could be heard by a customer who had answered, until they left. */
  readonly talk: Span;
  /** When the customer was on hold. */
  readonly holds: readonly Span[];
}

/** A call in which the agent was the last to talk. */
export interface ResultFact {
  readonly endedAt: Date;
  readonly result: CallResult;
}

export interface PresenceFact {
  readonly to: Presence;
  readonly at: Date;
}

/** What is stored of one agent. More than the period's does no harm. */
export interface AgentFacts {
  readonly offers: readonly OfferFact[];
  readonly talks: readonly TalkFact[];
  readonly results: readonly ResultFact[];
  /** Oldest first, beginning with the one that held when the period began. */
  readonly presence: readonly PresenceFact[];
}

/** One agent's figures of a period, as `contract/figures.ts` defines them. `now`: nothing is counted after it. */
export function figuresOf(
  facts: AgentFacts,
  period: Span,
  now: Date,
): Omit<AgentFigures, 'agentId' | 'name'> {
  const counted = { from: period.from, to: period.to < now ? period.to : now };
  const offers = facts.offers.filter(({ offeredAt }) => isWithin(offeredAt, period));
  const count = (status: OfferStatus) => offers.filter((offer) => offer.status === status).length;
  const talks = facts.talks.filter(({ talk }) => overlap(talk, counted) !== null);
  const held = talks.flatMap(({ talk, holds }) => holds.flatMap((hold) => overlap(hold, talk) ?? []));
  const spoken = talks.flatMap(({ talk, holds }) => spansWithout(talk, holds));
  return {
    offered: offers.length,
    accepted: count('accepted'),
    declined: count('declined'),
    missed: count('expired'),
    withdrawn: count('withdrawn'),
    medianSecondsToAccept: medianOf(offers.flatMap(secondsToAccept)),
    calls: new Set(talks.map(({ callId }) => callId)).size,
    talkSeconds: totalSeconds(spoken, counted),
    holdSeconds: totalSeconds(held, counted),
    wrapUpSeconds: totalSeconds(wrapUps(facts.presence, now), counted),
    results: countResults(facts.results.filter(({ endedAt }) => isWithin(endedAt, period))),
  };
}

function secondsToAccept({ status, offeredAt, respondedAt }: OfferFact): readonly number[] {
  if (status !== 'accepted' || respondedAt === null) return [];
  return [(respondedAt.getTime() - offeredAt.getTime()) / 1_000];
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function wrapUps(presence: readonly PresenceFact[], now: Date): readonly Span[] {
  return presence.flatMap(({ to, at }, index) =>
    to === 'wrap-up' ? [{ from: at, to: presence[index + 1]?.at ?? now }] : [],
  );
}

function countResults(results: readonly ResultFact[]): Record<CallResult, number> {
  const counts = { success: 0, absent: 0, rejected: 0, follow_up: 0, failed: 0 };
  for (const { result } of results) counts[result] += 1;
  return counts;
}

function isWithin(at: Date, { from, to }: Span): boolean {
  return at >= from && at < to;
}
