import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EndedCall,
  openCircuitOf,
  watchedCalls,
  watchedMs,
} from '../../../backend/campaigns/circuit-breaker.ts';

const now = new Date('2026-11-24T01:00:00Z');

function ended(
  result: EndedCall['result'],
  secondsAgo: number,
  resultReason: EndedCall['resultReason'] = 'carrier',
) {
  return { result, resultReason, endedAt: new Date(now.getTime() - secondsAgo * 1_000) };
}

function times(count: number, call: EndedCall): EndedCall[] {
  return Array.from({ length: count }, () => call);
}

const anyCalls = fc
  .array(
    fc.record({
      result: fc.constantFrom('failed', 'failed', 'success', 'absent'),
      resultReason: fc.constantFrom('carrier', 'invalid-number', 'campaign-held'),
      secondsAgo: fc.nat(240),
    }),
    { maxLength: 60 },
  )
  .map((calls) =>
    calls
      .toSorted((a, b) => a.secondsAgo - b.secondsAgo)
      .map(({ result, resultReason, secondsAgo }) => ended(result, secondsAgo, resultReason)),
  );

describe('the circuit breaker', () => {
  it('opens if and only if half of the last twenty calls within two minutes have failed, and five of them', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const recent = calls
          .filter(({ resultReason }) => resultReason !== 'campaign-held')
          .filter(({ endedAt }) => endedAt.getTime() >= now.getTime() - watchedMs)
          .slice(0, watchedCalls);
        const failed = recent.filter(({ result }) => result === 'failed').length;

        const circuit = openCircuitOf(calls, now);

        expect(circuit !== null).toBe(failed >= 5 && failed * 2 >= recent.length);
        if (circuit !== null) expect(circuit).toMatchObject({ calls: recent.length, failed });
      }),
    );
  });

  it('opens in a campaign of few calls, when all of them fail', () => {
    expect(openCircuitOf(times(5, ended('failed', 60)), now)).toMatchObject({ calls: 5, failed: 5 });
  });

  it('says nothing of a few wrong numbers at the beginning', () => {
    expect(openCircuitOf(times(4, ended('failed', 60, 'invalid-number')), now)).toBeNull();
  });

  it('stays closed at nine failures of twenty', () => {
    const calls = [...times(9, ended('failed', 10)), ...times(11, ended('absent', 10))];

    expect(openCircuitOf(calls, now)).toBeNull();
  });

  it('forgets what is longer ago than two minutes', () => {
    const calls = [...times(4, ended('failed', 10)), ...times(16, ended('failed', 121))];

    expect(openCircuitOf(calls, now)).toBeNull();
  });

  it('names the reason for which most calls failed', () => {
    const calls = [
      ...times(4, ended('failed', 5, 'invalid-number')),
      ...times(7, ended('failed', 10, 'line-not-ready')),
      ended('success', 20, 'talked'),
    ];

    expect(openCircuitOf(calls, now)).toEqual({ calls: 12, failed: 11, mostOften: 'line-not-ready' });
  });

  it('does not count whom we did not dial ourselves', () => {
    expect(openCircuitOf(times(20, ended('failed', 5, 'campaign-held')), now)).toBeNull();
  });
});
