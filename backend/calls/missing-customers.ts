import type { CallId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';

/** Customers who have answered, and whom the carrier has in no conference: since when, by our own clock, whatever the carrier's says. */
export interface MissingCustomers {
  /** They are found missing: for how long now, in milliseconds, 0 the first time. */
  missedFor(callId: CallId): number;
  /** It is not so, or not any more. */
  forget(callId: CallId): void;
}

/** Not stored: a process that starts looks anew, and loses a second by it. */
export function createMissingCustomers(clock: Clock): MissingCustomers {
  const since = new Map<CallId, Date>();
  return {
    missedFor(callId) {
      const now = clock.now();
      const first = since.get(callId) ?? now;
      since.set(callId, first);
      return now.getTime() - first.getTime();
    },
    forget: (callId) => void since.delete(callId),
  };
}
