import type { Database } from '../db/database.ts';
import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { TestLine } from '../telephony/test-line.ts';
import { isDayOfAttempts, pauseAfter } from './recording-steps.ts';

interface TestRecordingsOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly line: Pick<TestLine, 'forgetRecordings'>;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
}

/** What agents said in test calls is nobody's business once they have heard it: sees to it that the carrier keeps none of it. */
export interface TestRecordings extends AsyncDisposable {
  /** In the transaction of whoever tells that nobody needs it any more. */
  forget(legRef: string): void;
  /** To be called in the transaction that took the timer; the work follows it. */
  due(legRef: string, attempt: number): void;
}

export function createTestRecordings({
  database,
  line,
  timers,
  clock,
  log,
}: TestRecordingsOptions): TestRecordings {
  const working = new Set<Promise<void>>();

  function dueIn(legRef: string, ms: number, attempt: number): void {
    const dueAt = new Date(clock.now().getTime() + ms);
    timers.set(timerOf(legRef), dueAt, { type: 'test-recordings-due', legRef, attempt });
  }

  async function forgetNow(legRef: string, attempt: number): Promise<void> {
    try {
      await line.forgetRecordings(legRef);
      database.transaction(() => timers.cancel(timerOf(legRef)));
    } catch (error) {
      // The next attempt is due already, but for the last.
      log.warn({ error, attempt }, 'the recordings of a test call could not be deleted at the carrier');
    }
  }

  return {
    forget: (legRef) => dueIn(legRef, 0, 0),
    due(legRef, attempt) {
      if (isDayOfAttempts(attempt)) {
        log.error(
          { attempt },
          'the recordings of a test call are left at the carrier after a day of attempts',
        );
        return;
      }
      dueIn(legRef, pauseAfter(attempt), attempt + 1);
      queueMicrotask(() => {
        const work = forgetNow(legRef, attempt).finally(() => working.delete(work));
        working.add(work);
      });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(working);
    },
  };
}

function timerOf(legRef: string): string {
  return `test-recordings:${legRef}`;
}
