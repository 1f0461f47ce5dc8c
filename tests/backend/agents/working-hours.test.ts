import { describe, expect, it } from 'vitest';
import { isWithinWorkingHours, officeHours, roundTheClock } from '../../../backend/agents/working-hours.ts';

function worksAt(local: string, hours = officeHours): boolean {
  return isWithinWorkingHours(hours, 'Asia/Tokyo', new Date(`${local}+09:00`));
}

describe('isWithinWorkingHours', () => {
  it.each([
    ['on a Tuesday morning', '2026-11-24T09:00:00', true],
    ['a minute before they begin', '2026-11-24T08:59:59', false],
    ['in their last minute', '2026-11-24T17:59:59', true],
    ['when they are over', '2026-11-24T18:00:00', false],
    ['on a Saturday', '2026-11-21T12:00:00', false],
    ['on a public holiday (勤労感謝の日)', '2026-11-23T12:00:00', false],
    ['between the years', '2026-12-30T12:00:00', false],
  ])('knows %s', (_when, local, works) => {
    expect(worksAt(local)).toBe(works);
  });

  it('reads the hours in the zone of the agent', () => {
    const eightInTokyo = new Date('2026-11-24T08:00:00+09:00');

    expect(isWithinWorkingHours(officeHours, 'Asia/Tokyo', eightInTokyo)).toBe(false);
    expect(isWithinWorkingHours(officeHours, 'Australia/Sydney', eightInTokyo)).toBe(true);
  });

  it('works on holidays as on Sundays', () => {
    const weekendToo = officeHours.map(() => ({ from: 10 * 60, to: 12 * 60 }));

    expect(worksAt('2026-11-23T11:00:00', weekendToo)).toBe(true);
    expect(worksAt('2026-11-23T09:30:00', weekendToo)).toBe(false);
  });

  it('can go round the clock, every day of the year', () => {
    const moments = ['2026-01-01T00:00:00', '2026-11-22T23:59:59', '2026-11-23T03:00:00'];

    expect(moments.map((moment) => worksAt(moment, roundTheClock))).toEqual([true, true, true]);
  });
});
