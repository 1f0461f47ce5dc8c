import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostAbandoned, type PaceSituation, paceOf, paceWindow } from '../../../backend/campaigns/pace.ts';

const anyPace = fc.record({
  callsPerSecond: fc.double({ min: 0.01, max: 10, noNaN: true }),
  concurrency: fc.integer({ min: 1, max: 200 }),
  factor: fc.double({ min: 1, max: 10, noNaN: true }),
});

const anySituation: fc.Arbitrary<PaceSituation> = fc
  .record({
    pace: anyPace,
    freeAgents: fc.nat(30),
    openCalls: fc.nat(210),
    withoutHuman: fc.nat(210),
    startedInWindow: fc.nat(12),
    wantedHuman: fc.nat(2_000),
    abandoned: fc.nat(100),
    freeLines: fc.oneof(fc.nat(50), fc.constant(Number.POSITIVE_INFINITY)),
  })
  .map((situation) => ({ ...situation, abandoned: Math.min(situation.abandoned, situation.wantedHuman) }));

const calm: PaceSituation = {
  pace: { callsPerSecond: 10, concurrency: 20, factor: 3 },
  freeAgents: 2,
  openCalls: 0,
  withoutHuman: 0,
  startedInWindow: 0,
  wantedHuman: 0,
  abandoned: 0,
  freeLines: Number.POSITIVE_INFINITY,
};

describe('how many customers are dialled at a time', () => {
  it('is never more than free agents × factor, concurrency, calls per second and the line allow', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { pace, freeAgents, openCalls, withoutHuman, startedInWindow, freeLines } = situation;

        const { dial, allowed } = paceOf(situation);

        expect(allowed).toBeLessThanOrEqual(freeAgents * pace.factor);
        if (dial === 0) return;
        expect(withoutHuman + dial).toBeLessThanOrEqual(freeAgents * pace.factor);
        expect(openCalls + dial).toBeLessThanOrEqual(pace.concurrency);
        expect(startedInWindow + dial).toBeLessThanOrEqual(paceWindow(pace).calls);
        expect(dial).toBeLessThanOrEqual(freeLines);
      }),
    );
  });

  it('leaves the share of abandoned customers under its limit, even if every call too many is abandoned', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { freeAgents, wantedHuman, abandoned } = situation;

        const risked = Math.max(0, paceOf(situation).allowed - freeAgents);

        if (risked > 0) expect((abandoned + risked) / (wantedHuman + risked)).toBeLessThan(mostAbandoned);
      }),
    );
  });

  it('tells a reason if and only if nobody may be dialled', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { dial, heldBackBy } = paceOf(situation);

        expect(heldBackBy === null).toBe(dial > 0);
      }),
    );
  });

  it('is one for each free agent as long as nobody knows how many want a human', () => {
    expect(paceOf(calm)).toEqual({ dial: 2, allowed: 2, heldBackBy: null });
  });

  it('becomes more as customers who want a human find one, up to the factor', () => {
    const allowed = [32, 33, 68, 200, 2_000].map((wantedHuman) => paceOf({ ...calm, wantedHuman }).allowed);

    expect(allowed).toEqual([2, 3, 4, 6, 6]);
  });

  it('becomes less again when customers were abandoned', () => {
    const allowed = [0, 2, 5, 6, 20].map(
      (abandoned) => paceOf({ ...calm, wantedHuman: 200, abandoned }).allowed,
    );

    expect(allowed).toEqual([6, 6, 3, 2, 2]);
  });

  it.each([
    ['no-agent-free', { freeAgents: 0 }],
    ['agents-taken', { withoutHuman: 6, wantedHuman: 2_000 }],
    ['abandoned-share', { withoutHuman: 2 }],
    ['concurrency', { openCalls: 20 }],
    ['calls-per-second', { startedInWindow: 10 }],
    ['line-full', { freeLines: 0 }],
  ] as const)('is none for the reason %s', (heldBackBy, changes) => {
    expect(paceOf({ ...calm, ...changes })).toMatchObject({ dial: 0, heldBackBy });
  });
});

describe('the window of a pace', () => {
  it('never holds more calls than the calls per second allow in it', () => {
    fc.assert(
      fc.property(anyPace, (pace) => {
        const { calls, ms } = paceWindow(pace);

        expect(calls).toBeGreaterThanOrEqual(1);
        expect((calls / ms) * 1_000).toBeLessThanOrEqual(pace.callsPerSecond);
      }),
    );
  });

  it('is long where calls are rare', () => {
    expect(paceWindow({ callsPerSecond: 0.2 })).toEqual({ calls: 1, ms: 5_000 });
  });
});
