import type { RecordingRow } from '../calls/recording-store.ts';

/** What is to be done next about a recording of a call that is over. */
export type RecordingStep = 'look-up' | 'fetch' | 'give-up' | 'remove-at-carrier' | 'none';

interface Circumstances {
  readonly now: Date;
  /** When the call ended. */
  readonly endedAt: Date;
  /** Whether the carrier's copy is deleted as soon as ours is safe. Ours being over, it is in any case. */
  readonly removeAtCarrier: boolean;
}

const day = 24 * 60 * 60 * 1_000;

export function nextStep(recording: RecordingRow, circumstances: Circumstances): RecordingStep {
  const { now, endedAt, removeAtCarrier } = circumstances;
  const isAtCarrier = recording.removedAtCarrierAt === null;
  switch (recording.keeping) {
    case 'lost':
      return 'none';
    case 'expired':
      return isAtCarrier ? 'remove-at-carrier' : 'none';
    case 'stored':
      return isAtCarrier && removeAtCarrier ? 'remove-at-carrier' : 'none';
    case 'awaited':
      if (recording.state === 'absent') return 'none';
      if (isGivenUp(recording.soughtSince ?? endedAt, now)) return 'give-up';
      return recording.state === 'completed' ? 'fetch' : 'look-up';
  }
}

/** Whether what has been sought since then is sought no longer. */
export function isGivenUp(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= day;
}

/** Whether so many attempts, each after its pause, have taken a day. */
export function isDayOfAttempts(attempts: number): boolean {
  const pauses = Array.from({ length: attempts }, (_, attempt) => pauseAfter(attempt));
  return pauses.reduce((sum, pause) => sum + pause, 0) >= day;
}

const seconds = [10, 30, 60, 120, 300, 600, 1_200, 1_800];
const longestMs = 60 * 60_000;

/** How long to wait after an attempt in vain; the first one is number 0. */
export function pauseAfter(attempt: number): number {
  const pause = seconds[attempt];
  return pause === undefined ? longestMs : pause * 1_000;
}
