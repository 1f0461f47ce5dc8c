import { describe, expect, it } from 'vitest';
import { sayTime } from '../../../../backend/conversation/time/say-time.ts';

const now = new Date('2026-11-17T10:00:00+09:00');

describe('sayTime', () => {
  it.each([
    ['2026-11-17T15:00:00+09:00', '本日の午後3時ごろ'],
    ['2026-11-17T12:00:00+09:00', '本日の午後12時ごろ'],
    ['2026-11-18T09:30:00+09:00', '明日の午前9時半ごろ'],
    ['2026-11-24T16:15:00+09:00', '11月24日、火曜日の午後4時15分ごろ'],
  ])('says %s as 「%s」', (time, spoken) => {
    expect(sayTime(new Date(time), now, 'Asia/Tokyo')).toBe(spoken);
  });
});
