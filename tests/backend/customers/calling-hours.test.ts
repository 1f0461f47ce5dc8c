import { describe, expect, it } from 'vitest';
import { mayCallAt, nextCallableAt, nextWorkingMorning } from '../../../backend/customers/calling-hours.ts';

const nineToSix = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;
const tokyo = 'Asia/Tokyo';

function at(local: string): Date {
  return new Date(`${local}+09:00`);
}

describe('mayCallAt', () => {
  it.each([
    ['when they begin', '2026-11-24T09:00:00', true],
    ['a second before', '2026-11-24T08:59:59', false],
    ['in their last second', '2026-11-24T17:59:59', true],
    ['when they are over', '2026-11-24T18:00:00', false],
    ['on a Saturday', '2026-11-28T12:00:00', false],
    ['on a Sunday', '2026-11-29T12:00:00', false],
    ['on a public holiday', '2026-11-23T12:00:00', false],
    ['on the last days of the year', '2026-12-31T12:00:00', false],
  ])('knows the calling hours %s', (_when, local, may) => {
    expect(mayCallAt(nineToSix, tokyo, at(local))).toBe(may);
  });

  it("goes by the customer's zone", () => {
    const noonInTokyo = at('2026-11-24T12:00:00');

    expect(mayCallAt(nineToSix, 'Europe/Berlin', noonInTokyo)).toBe(false);
  });

  it('is always open when it is set to be', () => {
    expect(mayCallAt({ type: 'always' }, tokyo, at('2027-01-01T03:00:00'))).toBe(true);
  });
});

describe('nextCallableAt', () => {
  it.each([
    ['that time, where it is one', '2026-11-24T15:00:00', '2026-11-24T15:00:00'],
    ['the same hour after a Saturday and a holiday', '2026-11-21T15:00:00', '2026-11-24T15:00:00'],
    ['the first hour of a day that is too early', '2026-11-24T08:00:00', '2026-11-24T09:00:00'],
    ['the first hour of the next day in the evening', '2026-11-24T18:00:00', '2026-11-25T09:00:00'],
    ['the first hour of a Monday on a Friday evening', '2026-11-27T20:30:00', '2026-11-30T09:00:00'],
  ])('is %s', (_which, time, expected) => {
    expect(nextCallableAt(nineToSix, tokyo, at(time))).toEqual(at(expected));
  });

  it('is any time where calls are always allowed', () => {
    const saturday = at('2026-11-21T20:00:00');

    expect(nextCallableAt({ type: 'always' }, tokyo, saturday)).toBe(saturday);
  });
});

describe('nextWorkingMorning', () => {
  it.each([
    ['the next day', '2026-11-24T15:00:00', '2026-11-25T10:00:00'],
    ['the next day even early in the morning', '2026-11-24T00:30:00', '2026-11-25T10:00:00'],
    ['after a long weekend', '2026-11-20T15:00:00', '2026-11-24T10:00:00'],
    ['after the New Year holidays', '2026-12-28T15:00:00', '2027-01-04T10:00:00'],
  ])('is %s', (_which, after, expected) => {
    expect(nextWorkingMorning(at(after), tokyo)).toEqual(at(expected));
  });
});
