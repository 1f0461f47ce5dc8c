import type { WorkingHours } from '../../../../backend/contract/agents.ts';
import type { Language } from '../../../platform/preferences.ts';

/** `月～金 9:00～18:00`: days in a row with the same hours are told together, days off not at all. */
export function workingHoursInWords(hours: WorkingHours, language: Language): readonly string[] {
  const dash = language === 'ja' ? '～' : '–';
  const runs: { readonly days: number[]; readonly time: string }[] = [];
  for (const [day, range] of hours.entries()) {
    if (range === null) continue;
    const isWhole = range.from === 0 && range.to === endOfDay;
    const hours = isWhole ? wholeDay[language] : `${clock(range.from)}${dash}${clock(range.to)}`;
    const breaks = (range.breaks ?? []).map(({ from, to }) => `${clock(from)}${dash}${clock(to)}`);
    const time = breaks.length === 0 ? hours : `${hours} (${breaks.join(', ')})`;
    const last = runs.at(-1);
    if (last?.time === time && last.days.at(-1) === day - 1) last.days.push(day);
    else runs.push({ days: [day], time });
  }
  return runs.map(({ days, time }) => {
    const names = [days[0], days.at(-1)].map((day) => weekdayName(day ?? 0, language));
    return `${days.length === 1 ? names[0] : names.join(dash)} ${time}`;
  });
}

/** In minutes, like all of the hours. */
const endOfDay = 1_440;

const wholeDay: Record<Language, string> = { ja: '終日', en: 'all day' };

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** From Monday on. */
export function weekdayName(day: number, language: Language): string {
  const monday = Date.UTC(2026, 0, 5);
  const at = new Date(monday + day * 86_400_000);
  return at.toLocaleDateString(language, { weekday: 'short', timeZone: 'UTC' });
}
