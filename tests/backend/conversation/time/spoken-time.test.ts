import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parseSpokenTime } from '../../../../backend/conversation/time/spoken-time.ts';
import { isJapaneseHoliday } from '../../../../backend/kernel/japanese-holidays.ts';
import { TUESDAY_MORNING } from '../../../support/conversation.ts';

function heard(text: string, at: Date = TUESDAY_MORNING, zone = 'Asia/Tokyo'): string | null {
  const time = parseSpokenTime(text, { at, zone, isHoliday: isJapaneseHoliday });
  return time === null ? null : DateTime.fromJSDate(time, { zone }).toFormat('MM-dd HH:mm');
}

describe('parseSpokenTime, on Tuesday 17 November at ten', () => {
  it.each([
    ['十五時ごろ', '11-17 15:00'],
    ['三時に戻ります', '11-17 15:00'],
    ['午後二時半に', '11-17 14:30'],
    ['15:30にお願いします', '11-17 15:30'],
    ['4時15分ごろ', '11-17 16:15'],
    ['夕方には戻ります', '11-17 17:00'],
    ['夕方五時ごろ', '11-17 17:00'],
    ['お昼過ぎに', '11-17 13:00'],
    ['午後一でお願いします', '11-17 13:00'],
    ['三時まで会議です', '11-17 15:00'],
    ['三時から会議で五時には終わります', '11-17 17:00'],
    ['三時から四時の間にお電話ください', '11-17 15:00'],
    ['今日の午後', '11-17 13:00'],
    ['正午に', '11-17 12:00'],
    ['お昼休み明けに', '11-17 13:00'],
    ['昼一でお願いします', '11-17 13:00'],
    ['ごご3じごろ', '11-17 15:00'],
  ])('hears an hour of today in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['三十分後に', '11-17 10:30'],
    ['あと一時間ほどで戻ります', '11-17 11:00'],
    ['一時間半くらいかかります', '11-17 11:30'],
    ['10分ほどしたら', '11-17 10:10'],
  ])('counts from now in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['明日の午後三時以降', '11-18 15:00'],
    ['明日でしたら', '11-18 10:00'],
    ['明日の朝一で', '11-18 09:00'],
    ['明後日の十時', '11-19 10:00'],
    ['しあさって', '11-20 10:00'],
    ['木曜日の午前中', '11-19 10:00'],
    ['今週の金曜の三時', '11-20 15:00'],
    ['三日後', '11-20 10:00'],
    ['二三日したら', '11-20 10:00'],
    ['三営業日ほど', '11-20 10:00'],
    ['12月3日の二時', '12-03 14:00'],
    ['二十日に', '11-20 10:00'],
    ['月末に', '11-30 10:00'],
    ['来月の十日', '12-10 10:00'],
    ['来月に入ったら', '12-01 10:00'],
    ['一か月後に', '12-17 10:00'],
    ['土曜日なら', '11-21 10:00'],
  ])('hears a day in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['来週の月曜', '11-24 10:00'],
    ['来週の月曜の午後二時', '11-24 14:00'],
    ['来週にでも', '11-24 10:00'],
    ['週明けに', '11-24 10:00'],
    ['二十三日に', '11-24 10:00'],
    ['十一月二十三日の二時', '11-24 14:00'],
    ['連休明けに', '11-24 10:00'],
    ['再来週の水曜', '12-02 10:00'],
    ['年明けに', '01-04 10:00'],
    ['お盆明けに', '08-17 10:00'],
    ['ゴールデンウィーク明けに', '05-06 10:00'],
  ])('skips weekends and holidays in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['明日は終日外出しておりまして明後日でしたら', '11-19 10:00'],
    ['明日まで休みをいただいております', '11-19 10:00'],
    ['今週いっぱいお休みです', '11-24 10:00'],
    ['来週まで出張です', '11-30 10:00'],
    ['本日は直帰いたします', '11-18 10:00'],
    ['明日までには戻ります', '11-18 10:00'],
    ['明日の三時まで会議です', '11-18 15:00'],
    ['明日まで戻りません', '11-19 10:00'],
    ['四月まで戻りません', '04-01 10:00'],
    ['四月まで出張で戻って参りません', '04-01 10:00'],
    ['四月まで休みをいただいております', '05-06 10:00'],
    ['来月まで戻りません', '12-01 10:00'],
    ['来月まで出張です', '01-04 10:00'],
    ['来週まで戻りません', '11-24 10:00'],
    ['今月まで戻りません', '12-01 10:00'],
    ['三月末まで戻りません', '04-01 10:00'],
    ['来月末まで出張です', '01-04 10:00'],
    ['四月中旬に戻ります', '04-12 10:00'],
  ])('takes the first free time after 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['水曜以外ならいつでも', '11-19 10:00'],
    ['明日以外で', '11-19 10:00'],
    ['木曜以外なら大丈夫です', '11-18 10:00'],
    ['水曜と木曜以外なら', '11-20 10:00'],
    ['来週の水曜以外で', '11-24 10:00'],
    ['二時以外で', '11-17 15:00'],
    ['午前以外ならいつでも', '11-17 13:00'],
    ['午前中以外で', '11-17 13:00'],
    ['午後以外で', '11-18 10:00'],
    ['水曜以外で木曜の三時', '11-19 15:00'],
  ])('takes the next time that is not excluded by 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['明日から三日間出張です', '11-24 10:00'],
    ['明日から二週間休みです', '12-02 10:00'],
    ['午後はずっと会議です', '11-18 10:00'],
    ['本日午後は終日会議です', '11-18 10:00'],
    ['午前中は会議です', '11-17 13:00'],
    ['明日の午前中は会議です', '11-18 13:00'],
    ['今週はちょっと難しいです', '11-24 10:00'],
    ['来週まではちょっと難しいかと', '11-30 10:00'],
    ['今月はちょっと難しいです', '12-01 10:00'],
    ['月末は難しい', '12-01 10:00'],
    ['明日はちょっと難しいです', '11-19 10:00'],
    ['水曜なら大丈夫ですが木曜は無理です', '11-18 10:00'],
  ])('takes no time at which they cannot be had from 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each(['明日から出張です', '今日の午後から出張です', '午後から出張です', '昼から会議です'])(
    'does not take the start of an absence for the return in 「%s」',
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  it.each([
    ['来月の第二火曜日に', '12-08 10:00'],
    ['来月の第一月曜', '12-07 10:00'],
    ['第三木曜に', '11-19 10:00'],
    ['来週の後半なら', '11-26 10:00'],
    ['来月の中旬', '12-11 10:00'],
    ['大晦日に', '01-04 10:00'],
    ['お昼前に', '11-17 11:00'],
  ])('hears a part of a week, a month or a day in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it.each([
    ['Can you call back tomorrow at three', '11-18 15:00'],
    ['call me next Monday at 2:30 pm', '11-24 14:30'],
    ['in two hours', '11-17 12:00'],
    ['the day after tomorrow in the morning', '11-19 10:00'],
    ["He will be back at 3 o'clock", '11-17 15:00'],
    ['please call again this afternoon', '11-17 13:00'],
    ['There are three of us', null],
  ])('hears a time in English in 「%s」', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it('keeps today, though it is a holiday', () => {
    expect(heard('今日の三時に', new Date('2026-11-23T10:00:00+09:00'))).toBe('11-23 15:00');
  });

  it('moves an hour that has passed to the next working day', () => {
    expect(heard('九時に')).toBe('11-18 09:00');
    expect(heard('九時に', new Date('2026-11-20T10:00:00+09:00'))).toBe('11-24 09:00');
  });

  it('reads the clock of the customer, not ours', () => {
    const time = parseSpokenTime('三時に', {
      at: TUESDAY_MORNING,
      zone: 'Asia/Singapore',
      isHoliday: isJapaneseHoliday,
    });

    expect(time?.toISOString()).toBe('2026-11-17T07:00:00.000Z');
  });

  it.each([
    'のちほどお願いします',
    '今日は外出しております',
    '本日は戻りが未定です',
    'もう一度お電話ください',
    '三井が承ります',
    '三時から会議なので',
    '担当は十分前に出ました',
    '二十四時間対応しております',
    '十三月五日',
    'いつでもいいです',
    '',
  ])('hears no time in 「%s」', (text) => {
    expect(heard(text)).toBeNull();
  });
});

describe('parseSpokenTime, of any words at any time', () => {
  const words = fc.constantFrom(
    ...[
      '明日',
      '来週の',
      '月曜',
      '金曜日',
      '午後',
      '三時',
      '十時半',
      '夕方',
      '月末',
      '三日後',
      '連休明け',
      'まで',
      '以降',
      'は終日',
      '休み',
    ],
  );
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });

  it('names a time that is still to come, on a day on which somebody works', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), instants, (said, at) => {
        const time = parseSpokenTime(said.join(''), { at, zone: 'Asia/Tokyo', isHoliday: isJapaneseHoliday });
        if (time === null) return;

        expect(time.getTime()).toBeGreaterThan(at.getTime());
        const day = DateTime.fromJSDate(time, { zone: 'Asia/Tokyo' });
        if (!day.hasSame(DateTime.fromJSDate(at, { zone: 'Asia/Tokyo' }), 'day')) {
          expect(day.weekday).toBeLessThanOrEqual(5);
          expect(isJapaneseHoliday(day.toFormat('yyyy-MM-dd'))).toBe(false);
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('never fails, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), instants, (said, at) => {
        parseSpokenTime(said, { at, zone: 'Asia/Tokyo', isHoliday: isJapaneseHoliday });
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
