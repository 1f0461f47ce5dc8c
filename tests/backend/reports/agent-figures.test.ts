import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerStatusSchema } from '../../../backend/contract/handoffs.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { callResultSchema, presenceSchema } from '../../../backend/contract/vocabulary.ts';
import { type AgentFacts, figuresOf } from '../../../backend/reports/agent-figures.ts';

const start = new Date('2026-11-24T00:00:00Z').getTime();
const at = (second: number) => new Date(start + second * 1_000);
const span = (from: number, length: number) => ({ from: at(from), to: at(from + length) });
const second = fc.nat(600);

/** A history as it can come about: one thing at a time, whole seconds. */
const anyHistory = fc.record({
  offers: fc.array(
    fc
      .record({ status: fc.constantFrom(...offerStatusSchema.options), offered: second, took: fc.nat(20) })
      .map(({ status, offered, took }) => ({
        status,
        offeredAt: at(offered),
        respondedAt: status === 'open' ? null : at(offered + took),
      })),
    { maxLength: 12 },
  ),
  talks: fc.array(
    fc.record({
      gap: fc.nat(40),
      length: fc.integer({ min: 1, max: 90 }),
      holdAt: fc.nat(90),
      held: fc.nat(30),
    }),
    { maxLength: 8 },
  ),
  results: fc.array(
    fc
      .record({ end: second, result: fc.constantFrom(...callResultSchema.options) })
      .map(({ end, result }) => ({ endedAt: at(end), result })),
    { maxLength: 8 },
  ),
  presence: fc
    .array(fc.record({ when: second, to: fc.constantFrom(...presenceSchema.options) }), { maxLength: 15 })
    .map((changes) =>
      changes.toSorted((a, b) => a.when - b.when).map(({ when, to }) => ({ at: at(when), to })),
    ),
  from: second,
  length: fc.integer({ min: 1, max: 600 }),
  now: fc.integer({ min: 0, max: 1_400 }),
});

type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

function factsOf({ offers, talks, results, presence }: History): AgentFacts {
  let clock = 0;
  const told = talks.map(({ gap, length, holdAt, held }, index) => {
    const begin = clock + gap;
    clock = begin + length;
    return {
      callId: callIdSchema.parse(`call_${String(index).padStart(20, '0')}`),
      talk: span(begin, length),
      holds: held === 0 ? [] : [span(begin + holdAt, held)],
    };
  });
  return { offers, talks: told, results, presence };
}

/** Looks at every second by itself. */
function secondsWhere(from: number, to: number, isSo: (moment: Date) => boolean): number {
  let count = 0;
  for (let moment = from; moment < to; moment += 1) count += isSo(at(moment)) ? 1 : 0;
  return count;
}

describe('figuresOf', () => {
  it('agrees with a count by hand, second by second, over any history', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const facts = factsOf(history);
        const { from, length, now } = history;
        const end = Math.min(from + length, now);
        const holds = (moment: Date, { from: a, to: b }: { from: Date; to: Date }) =>
          a <= moment && moment < b;
        const talking = (moment: Date) => facts.talks.find(({ talk }) => holds(moment, talk));
        const held = (moment: Date) => talking(moment)?.holds.some((hold) => holds(moment, hold)) === true;
        const presence = (moment: Date) => facts.presence.findLast((change) => change.at <= moment)?.to;

        const figures = figuresOf(facts, span(from, length), at(now));

        expect(figures.holdSeconds).toBe(secondsWhere(from, end, held));
        expect(figures.talkSeconds).toBe(
          secondsWhere(from, end, (moment) => talking(moment) !== undefined && !held(moment)),
        );
        expect(figures.wrapUpSeconds).toBe(
          secondsWhere(from, end, (moment) => presence(moment) === 'wrap-up'),
        );
        const offered = facts.offers.filter(
          ({ offeredAt }) => offeredAt >= at(from) && offeredAt < at(from + length),
        );
        const open = offered.filter(({ status }) => status === 'open').length;
        const { accepted, declined, missed, withdrawn } = figures;
        expect(figures.offered).toBe(offered.length);
        expect(accepted + declined + missed + withdrawn + open).toBe(offered.length);
        const ended = facts.results.filter(
          ({ endedAt }) => endedAt >= at(from) && endedAt < at(from + length),
        );
        expect(Object.values(figures.results).reduce((sum, one) => sum + one, 0)).toBe(ended.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [[4], 4],
    [[9, 1, 4], 4],
    [[8, 2, 4, 6], 5],
  ])('has of %s seconds to accept the middle one: %s', (seconds, median) => {
    const offers = seconds.map((took) => ({
      status: 'accepted' as const,
      offeredAt: at(0),
      respondedAt: at(took),
    }));

    const figures = figuresOf({ offers, talks: [], results: [], presence: [] }, span(0, 60), at(60));

    expect(figures.medianSecondsToAccept).toBe(median);
  });
});
