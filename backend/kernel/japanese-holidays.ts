import holidays from '@holiday-jp/holiday_jp';

/** `MM-dd` of the days around New Year on which offices are closed by custom. */
const closedByCustom: readonly string[] = ['01-02', '01-03', '12-29', '12-30', '12-31'];

/** Japan's public holidays, and the days around New Year on which offices are closed by custom. `date` is `yyyy-MM-dd`. */
export function isJapaneseHoliday(date: string): boolean {
  return Object.hasOwn(holidays.holidays, date) || closedByCustom.includes(date.slice('yyyy-'.length));
}

/** The same days of one year, in their order. */
export function japaneseHolidaysOf(year: number): string[] {
  const publicHolidays = Object.keys(holidays.holidays).filter((date) => date.startsWith(`${year}-`));
  return [...publicHolidays, ...closedByCustom.map((day) => `${year}-${day}`)].sort();
}
