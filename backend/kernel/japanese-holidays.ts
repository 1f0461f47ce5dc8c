import holidays from '@holiday-jp/holiday_jp';

/** Japan's public holidays, and the days around New Year on which offices are closed by custom. `date` is `yyyy-MM-dd`. */
export function isJapaneseHoliday(date: string): boolean {
  return Object.hasOwn(holidays.holidays, date) || /-(12-29|12-30|12-31|01-02|01-03)$/.test(date);
}
