import { describe, expect, it } from 'vitest';
import { inAnHour, nextMorning } from '../../../../backend/conversation/time/proposed-time.ts';
import { isJapaneseHoliday } from '../../../../backend/kernel/japanese-holidays.ts';

const frame = (at: string) => ({ at: new Date(at), zone: 'Asia/Tokyo', isHoliday: isJapaneseHoliday });

describe('nextMorning', () => {
  it('is ten o’clock on the next day that somebody works', () => {
    expect(nextMorning(frame('2026-11-17T15:00:00+09:00'))).toEqual(new Date('2026-11-18T10:00:00+09:00'));
    expect(nextMorning(frame('2026-11-20T15:00:00+09:00'))).toEqual(new Date('2026-11-24T10:00:00+09:00'));
  });
});

describe('inAnHour', () => {
  it('is a round time about an hour away', () => {
    expect(inAnHour(frame('2026-11-17T10:20:00+09:00'))).toEqual(new Date('2026-11-17T11:30:00+09:00'));
    expect(inAnHour(frame('2026-11-17T10:40:00+09:00'))).toEqual(new Date('2026-11-17T12:00:00+09:00'));
  });

  it('is the next morning when the day is nearly over', () => {
    expect(inAnHour(frame('2026-11-17T17:10:00+09:00'))).toEqual(new Date('2026-11-18T10:00:00+09:00'));
  });
});
