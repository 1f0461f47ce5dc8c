/** For `<input type="datetime-local">`: an instant in the reader's zone, to the minute. */
export function toLocalInput(instant: string): string {
  const at = new Date(instant);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** Back again; null when nothing, or half of it, was entered. */
export function fromLocalInput(value: string): string | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
