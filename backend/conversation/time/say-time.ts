import { DateTime } from 'luxon';

/** How an agreed time is said back: 「明日の午後3時ごろ」. */
export function sayTime(time: Date, now: Date, zone: string): string {
  const at = DateTime.fromJSDate(time, { zone });
  return `${sayDay(at, DateTime.fromJSDate(now, { zone }))}の${sayClock(at)}ごろ`;
}

function sayDay(at: DateTime, now: DateTime): string {
  const days = Math.round(at.startOf('day').diff(now.startOf('day'), 'days').days);
  if (days === 0) return '本日';
  if (days === 1) return '明日';
  return at.setLocale('ja').toFormat('M月d日、cccc');
}

function sayClock(at: DateTime): string {
  const half = at.hour < 12 ? '午前' : '午後';
  const hour = at.hour === 12 ? '12' : String(at.hour % 12);
  return `${half}${hour}時${sayMinutes(at.minute)}`;
}

function sayMinutes(minute: number): string {
  if (minute === 0) return '';
  return minute === 30 ? '半' : `${minute}分`;
}
