import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../../backend/calls/result-contradictions.ts';
import type { NextAction } from '../../../backend/contract/calls.ts';
import type { CallResult } from '../../../backend/contract/vocabulary.ts';

const now = new Date('2026-11-24T06:00:30.000Z');
const later = '2026-11-25T01:00:00.000Z';
const earlier = '2026-11-24T05:59:00.000Z';
const nothing: NextAction = { kind: 'none', at: null };

function problems(
  result: CallResult,
  nextAction: NextAction,
  known: { planned?: NextAction; staysBlocked?: boolean } = {},
): string[] {
  const { planned = null, staysBlocked = false } = known;
  const found = contradictionsOf({ result, nextAction, note: '' }, { now, planned, staysBlocked });
  return found.map(({ path, problem }) => `${path} ${problem}`);
}

describe('contradictionsOf', () => {
  it.each([
    ['success', { kind: 'visit', at: later }],
    ['follow_up', { kind: 'call-back', at: later }],
    ['follow_up', { kind: 'send-material', at: null }],
    ['absent', { kind: 'call-back', at: null }],
    ['rejected', nothing],
    ['failed', nothing],
  ] as const)('finds none in %s with %o', (result, nextAction) => {
    expect(problems(result, nextAction)).toEqual([]);
  });

  it.each(['call-back', 'visit', 'send-material'] as const)(
    'agrees on no %s with somebody who refused',
    (kind) => {
      expect(problems('rejected', { kind, at: later })).toEqual(['nextAction.kind contradicts-result']);
    },
  );

  it('plans nothing for a time that has passed', () => {
    expect(problems('follow_up', { kind: 'call-back', at: earlier })).toEqual(['nextAction.at in-the-past']);
  });

  it('lets the present minute be, because forms know no seconds', () => {
    expect(problems('follow_up', { kind: 'call-back', at: '2026-11-24T06:00:00.000Z' })).toEqual([]);
  });

  it('lets a time be that was planned before, although it has passed since', () => {
    const planned: NextAction = { kind: 'call-back', at: '2026-11-20T05:00:42.000Z' };
    const asTheFormHasIt: NextAction = { kind: 'call-back', at: '2026-11-20T05:00:00.000Z' };

    expect(problems('follow_up', asTheFormHasIt, { planned })).toEqual([]);
  });

  it('knows no time at which nothing is to happen', () => {
    expect(problems('absent', { kind: 'none', at: later })).toEqual(['nextAction.at contradicts-action']);
  });

  it.each([
    ['success', nothing, ['result contradicts-block']],
    ['follow_up', nothing, ['result contradicts-block']],
    ['absent', { kind: 'call-back', at: later }, ['nextAction.kind contradicts-block']],
    ['absent', nothing, []],
    ['rejected', nothing, []],
  ] as const)('where the number stays blocked: %s with %o', (result, nextAction, expected) => {
    expect(problems(result, nextAction, { staysBlocked: true })).toEqual(expected);
  });
});
