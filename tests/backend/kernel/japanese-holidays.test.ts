import { describe, expect, it } from 'vitest';
import { isJapaneseHoliday, japaneseHolidaysOf } from '../../../backend/kernel/japanese-holidays.ts';

describe('isJapaneseHoliday', () => {
  it.each([
    ['a public holiday', '2026-11-23', true],
    ['a holiday that makes up for one on a Sunday', '2026-05-06', true],
    ['the last day of the year', '2026-12-31', true],
    ['the third of January', '2027-01-03', true],
    ['a Sunday like others', '2026-11-22', false],
    ['a working day', '2026-11-24', false],
  ])('knows %s', (_which, date, expected) => {
    expect(isJapaneseHoliday(date)).toBe(expected);
  });
});

describe('japaneseHolidaysOf', () => {
  it('lists the same days, in their order', () => {
    const listed = japaneseHolidaysOf(2026);

    const days = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(listed).toEqual(days.filter(isJapaneseHoliday));
  });
});
