import { describe, expect, it } from 'vitest';
import { addDays, dateIn, daysIntoWeek, startOfDay } from '../../../src-renderer/platform/zoned-days.ts';

describe('startOfDay', () => {
  it.each([
    ['2026-11-20', 'Asia/Tokyo', '2026-11-19T15:00:00.000Z'],
    ['2026-11-20', 'UTC', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20', 'America/Los_Angeles', '2026-11-20T08:00:00.000Z'],
    // Clocks change in the night, on the day itself and on the one after.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ])('of %s in %s is %s', (date, zone, instant) => {
    expect(startOfDay(date, zone)).toBe(instant);
  });
});

describe('dates', () => {
  it('are those of the zone', () => {
    const at = Date.parse('2026-11-19T15:30:00Z');

    expect([dateIn('Asia/Tokyo', at), dateIn('UTC', at)]).toEqual(['2026-11-20', '2026-11-19']);
  });

  it('are counted over the ends of months and weeks', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect([daysIntoWeek('2026-11-23'), daysIntoWeek('2026-11-29')]).toEqual([0, 6]);
  });
});
