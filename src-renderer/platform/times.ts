import { useCallback, useSyncExternalStore } from 'react';
import { usePlatform } from './platform-context.ts';
import type { Language } from './preferences.ts';

/** Re-renders once a second with the server's time in whole seconds. Used by leaves only: a clock must not re-render a list. */
export function useSeconds(): number {
  const { clock } = usePlatform();
  return useSyncExternalStore(
    clock.onSecond,
    useCallback(() => Math.floor(clock.now() / 1_000), [clock]),
  );
}

/** `2:05`, or `1:02:05` from an hour on; never negative. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** `14:03:20` in the reader's zone. */
export function formatTime(instant: string, language: Language): string {
  return new Date(instant).toLocaleTimeString(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}

/** `11/22 14:03`, in English `22 Nov, 14:03`, in the reader's zone, with the year when it is not this one. */
export function formatDay(instant: string, now: number, language: Language): string {
  const at = new Date(instant);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return at.toLocaleString(locales[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: language === 'ja' ? '2-digit' : 'short',
    day: language === 'ja' ? '2-digit' : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** `14:03` where it is today, else as `formatDay`. */
export function formatWhen(instant: string, now: number, language: Language): string {
  const isToday = new Date(instant).toDateString() === new Date(now).toDateString();
  return isToday ? formatTime(instant, language).slice(0, 'HH:mm'.length) : formatDay(instant, now, language);
}

/** `11月24日（火）10:00`, in English `Tue 24 Nov, 10:00`, in the reader's zone, with the year when it is not this one. */
export function formatAppointment(instant: string, now: number, language: Language): string {
  const at = new Date(instant);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  const words = at.toLocaleString(locales[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return words.replace(/\((.)\) /, '（$1）');
}

/** `11/22 14:03:20`, in English `22 Nov, 14:03:20`, in a zone. */
export function formatInZone(instant: string, timeZone: string, language: Language): string {
  return new Date(instant).toLocaleString(locales[language], {
    timeZone,
    month: language === 'ja' ? '2-digit' : 'short',
    day: language === 'ja' ? '2-digit' : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}

/** `日本標準時`, in English `Japan Standard Time`, of an IANA zone. */
export function formatTimeZone(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** `50秒前`, `3分前`, `2時間前`; in English `3 minutes ago`. */
export function formatAgo(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  // Seconds that count up tell nothing, and 「0 秒前」 is odd.
  if (whole < 10)
    return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(0, 'second');
  const words = agoWords(whole, language);
  // As everywhere in Japanese, nothing stands between a number and its unit.
  return language === 'ja' ? words.replace(' ', '') : words;
}

const units = [
  { unit: 'day', minutes: 1_440 },
  { unit: 'hour', minutes: 60 },
  { unit: 'minute', minutes: 1 },
] as const;

/** `2時間`, in English `2 hours`: in the largest unit of which it is a whole number. */
export function formatWait(minutes: number, language: Language): string {
  const { unit, minutes: each } = units.find((one) => minutes % one.minutes === 0) ?? units[2];
  const words = (minutes / each).toLocaleString(locales[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  });
  return language === 'ja' ? words.replace(' ', '') : words;
}

function agoWords(seconds: number, language: Language): string {
  const ago = new Intl.RelativeTimeFormat(locales[language]);
  if (seconds < 60) return ago.format(-seconds, 'second');
  if (seconds < 3_600) return ago.format(-Math.floor(seconds / 60), 'minute');
  return ago.format(-Math.floor(seconds / 3_600), 'hour');
}

const locales: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' };
