/** For `<input type="datetime-local">`: an instant in the reader's zone, to the minute. */
export function toLocalInput(instant: string): string {
  return inReadersZone(new Date(instant)).slice(0, 'yyyy-MM-ddTHH:mm'.length);
}

/** `yyyy-MM-dd` in the reader's zone. */
export function toLocalDate(at: Date): string {
  return inReadersZone(at).slice(0, 'yyyy-MM-dd'.length);
}

/** Back again; null when nothing, or half of it, was entered. */
export function fromLocalInput(value: string): string | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function inReadersZone(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
}
