import { describe, expect, it } from 'vitest';
import { sayHoliday, sayHolidayInEnglish } from '../../../../backend/conversation/time/say-holiday.ts';

describe('sayHoliday', () => {
  it('names the weekday of the holiday in the language of the call', () => {
    const holiday = new Date('2026-11-23T00:00:00+09:00');

    expect(sayHoliday(holiday, 'Asia/Tokyo')).toBe('月曜は祝日ですので、');
    expect(sayHolidayInEnglish(holiday, 'Asia/Tokyo')).toBe(', because Monday is a holiday');
  });

  it('does not call the days around New Year public holidays', () => {
    expect(sayHoliday(new Date('2026-12-31T00:00:00+09:00'), 'Asia/Tokyo')).toBe(
      '木曜は年末年始のお休みですので、',
    );
  });
});
