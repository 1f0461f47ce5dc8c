/** The minute at which a day ends. An input for a time knows no 24:00: as an end, 00:00 is this one. */
const endOfDay = 1_440;

/** `09:30`, as `<input type="time">` writes it. */
export function clockOf(minutes: number): string {
  const within = minutes % endOfDay;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Back again; no number for half a time. */
export function minutesOf(time: string, side: 'start' | 'end'): number {
  if (time === '') return Number.NaN;
  const [hours = Number.NaN, minutes = Number.NaN] = time.split(':').map(Number);
  const sum = hours * 60 + minutes;
  return side === 'end' && sum === 0 ? endOfDay : sum;
}
