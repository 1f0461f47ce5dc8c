import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { type TimerEvent, type TimerQueue, timerEventSchema } from './timer-store.ts';

interface TimerRunnerOptions {
  readonly database: Database;
  readonly timers: TimerQueue;
  readonly clock: Clock;
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  readonly log: Log;
  /** Runs inside the transaction that removes the timer. */
  readonly onDue: (event: TimerEvent) => void;
}

/** Longest nap: covers clocks that were set, and machines that slept. */
const longestNapMs = 1_000;

/** Fires stored timers: at once those that came due while the process was down, then each in its time. */
export function startTimerRunner(options: TimerRunnerOptions): Disposable {
  const { database, timers, clock, speed, log, onDue } = options;
  let nap: NodeJS.Timeout | undefined;

  function run(): void {
    const now = clock.now();
    for (const timer of timers.due(now)) {
      try {
        database.transaction(() => {
          if (timers.take(timer.id, now)) onDue(timerEventSchema.parse(timer.event));
        });
      } catch (error) {
        log.error({ error }, 'a timer failed and is tried again');
        timers.postpone(timer.id, new Date(clock.now().getTime() + longestNapMs * speed));
      }
    }
    sleep();
  }

  function sleep(): void {
    clearTimeout(nap);
    const next = timers.nextDueAt();
    const wait = next === null ? longestNapMs : (next.getTime() - clock.now().getTime()) / speed;
    nap = setTimeout(run, Math.min(Math.max(wait, 5), longestNapMs));
  }

  const stopListening = database.onCommit(sleep);
  run();
  return {
    [Symbol.dispose]() {
      stopListening();
      clearTimeout(nap);
    },
  };
}
