import { describe, expect, it } from 'vitest';
import { allowsNextAction, isInThePast } from '../../../backend/contract/next-action-rules.ts';

const now = Date.parse('2026-11-24T06:00:30.000Z');

describe('isInThePast', () => {
  it.each([
    ['2026-11-24T05:58:00.000Z', null, true],
    ['2026-11-24T06:00:00.000Z', null, false],
    ['2026-11-24T06:01:00.000Z', null, false],
    ['2026-11-23T06:00:00.000Z', '2026-11-23T06:00:40.000Z', false],
    ['2026-11-23T06:01:00.000Z', '2026-11-23T06:00:40.000Z', true],
  ])('compares to the minute, and lets stand what was planned: %s, planned %s', (at, planned, past) => {
    expect(isInThePast(at, now, planned)).toBe(past);
  });
});

describe('allowsNextAction', () => {
  it('agrees on nothing with somebody who refused', () => {
    expect([allowsNextAction('rejected'), allowsNextAction('absent')]).toEqual([false, true]);
  });
});
