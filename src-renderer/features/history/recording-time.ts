import type { Recording } from '../../../backend/contract/recordings.ts';

/** So that the first word is not cut off: what is written down is dated when it was understood. */
const leadSeconds = 1;

/** Where in the recording that time is, in seconds; null where it is not in it. */
export function secondsInto(
  { startedAt, durationSeconds }: Pick<Recording, 'startedAt' | 'durationSeconds'>,
  at: string,
): number | null {
  if (startedAt === null || durationSeconds === null) return null;
  const seconds = (Date.parse(at) - Date.parse(startedAt)) / 1_000 - leadSeconds;
  if (seconds < -leadSeconds || seconds > durationSeconds) return null;
  return Math.max(0, seconds);
}
