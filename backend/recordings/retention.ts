import type { RecordingStore } from '../calls/recording-store.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { RecordingCourse } from './recording-course.ts';
import type { RecordingFiles } from './recording-files.ts';

interface RetentionOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly recordings: RecordingStore;
  readonly course: RecordingCourse;
  readonly files: RecordingFiles;
  readonly keptDays: number;
  readonly clock: Clock;
  /** How many times faster than real time `clock` runs. */
  readonly speed: number;
  readonly log: Log;
}

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;

/** When a recording that was stored then is deleted. */
export function keptUntil(storedAt: Date, keptDays: number): Date {
  return new Date(storedAt.getTime() + keptDays * dayMs);
}

/** At the start and every hour: deletes what has been kept long enough. */
export function startRetention(options: RetentionOptions): AsyncDisposable {
  const { database, recordings, course, files, keptDays, clock, speed, log } = options;
  let stopped = false;

  async function sweep(): Promise<void> {
    const before = new Date(clock.now().getTime() - keptDays * dayMs);
    for (const recording of recordings.keptSinceBefore(before)) {
      if (stopped) return;
      try {
        // First the file: were the row first, a crash in between would leave a file that nobody looks for.
        await files.remove(recording.carrierRef);
        database.transaction(() => course.expired(recording));
        log.info({ callId: recording.callId }, 'a recording was deleted: it has been kept long enough');
      } catch (error) {
        log.error({ error, callId: recording.callId }, 'a recording could not be deleted');
      }
    }
  }

  let work = sweep();
  const timer = setInterval(() => {
    work = work.then(sweep);
  }, hourMs / speed);
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(timer);
      await work;
    },
  };
}
