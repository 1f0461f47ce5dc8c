import { describe, expect, it } from 'vitest';
import { sayTimeInEnglish } from '../../../../backend/conversation/time/say-time-in-english.ts';
import { TUESDAY_MORNING } from '../../../support/conversation.ts';

describe('sayTimeInEnglish', () => {
  it.each([
    ['2026-11-17T15:00:00+09:00', 'today at 3 PM'],
    ['2026-11-18T10:30:00+09:00', 'tomorrow at 10:30 AM'],
    ['2026-11-24T10:00:00+09:00', 'on Tuesday, November 24 at 10 AM'],
  ])('says %s as "%s"', (time, spoken) => {
    expect(sayTimeInEnglish(new Date(time), TUESDAY_MORNING, 'Asia/Tokyo')).toBe(spoken);
  });
});
