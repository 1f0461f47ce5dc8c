import { DateTime } from 'luxon';

/** Why another day is promised than the one that was named: 「月曜は祝日ですので、」. */
export function sayHoliday(holiday: Date, zone: string): string {
  const day = DateTime.fromJSDate(holiday, { zone }).setLocale('ja');
  return `${day.toFormat('ccc')}曜は${isTurnOfYear(day) ? '年末年始のお休み' : '祝日'}ですので、`;
}

export function sayHolidayInEnglish(holiday: Date, zone: string): string {
  return `, because ${DateTime.fromJSDate(holiday, { zone }).setLocale('en-US').toFormat('cccc')} is a holiday`;
}

/** Offices are closed then by custom, and 1 January is not the only holiday. */
function isTurnOfYear({ month, day }: DateTime): boolean {
  return (month === 12 && day >= 29) || (month === 1 && day <= 3);
}
