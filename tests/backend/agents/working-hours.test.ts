import { describe, expect, it } from 'vitest';
import { isAtWork, officeHours, roundTheClock } from '../../../backend/agents/working-hours.ts';
import type { WorkSchedule } from '../../../backend/contract/agents.ts';

const schedule: WorkSchedule = {
  timeZone: 'Asia/Tokyo',
  workingHours: officeHours,
  worksOnHolidays: false,
  leave: [],
};

function worksAt(local: string, changes: Partial<WorkSchedule> = {}): boolean {
  return isAtWork({ ...schedule, ...changes }, new Date(`${local}+09:00`));
}

describe('isAtWork', () => {
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

    expect(isAtWork(schedule, eightInTokyo)).toBe(false);
    expect(isAtWork({ ...schedule, timeZone: 'Australia/Sydney' }, eightInTokyo)).toBe(true);
  });

  it('works on holidays as on Sundays', () => {
    const weekendToo = officeHours.map(() => ({ from: 10 * 60, to: 12 * 60 }));

    expect(worksAt('2026-11-23T11:00:00', { workingHours: weekendToo })).toBe(true);
    expect(worksAt('2026-11-23T09:30:00', { workingHours: weekendToo })).toBe(false);
  });

  it('works on holidays as on that weekday where that was chosen', () => {
    expect(worksAt('2026-11-23T09:30:00', { worksOnHolidays: true })).toBe(true);
  });

  it('does not work in a break', () => {
    const noon = { from: 12 * 60, to: 13 * 60 };
    const workingHours = officeHours.map((day) => day && { ...day, breaks: [noon] });

    expect(worksAt('2026-11-24T12:00:00', { workingHours })).toBe(false);
    expect(worksAt('2026-11-24T13:00:00', { workingHours })).toBe(true);
  });

  it('does not work on leave, from its first day to its last', () => {
    const leave = [{ from: '2026-11-24', to: '2026-11-25', note: '有給休暇' }];

    const days = ['2026-11-20', '2026-11-24', '2026-11-25', '2026-11-26'];

    expect(days.map((day) => worksAt(`${day}T10:00:00`, { leave }))).toEqual([true, false, false, true]);
  });

  it('can go round the clock, every day of the year', () => {
    const moments = ['2026-01-01T00:00:00', '2026-11-22T23:59:59', '2026-11-23T03:00:00'];

    expect(moments.map((moment) => worksAt(moment, { workingHours: roundTheClock }))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
