import { DateTime } from 'luxon';

/** How an agreed time is said back in a call held in English: "tomorrow at 3 PM". */
export function sayTimeInEnglish(time: Date, now: Date, zone: string): string {
  const at = DateTime.fromJSDate(time, { zone }).setLocale('en-US');
  return `${sayDay(at, DateTime.fromJSDate(now, { zone }))} at ${at.toFormat(at.minute === 0 ? 'h a' : 'h:mm a')}`;
}

function sayDay(at: DateTime, now: DateTime): string {
  const days = Math.round(at.startOf('day').diff(now.startOf('day'), 'days').days);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return at.toFormat("'on' cccc, MMMM d");
}
