import type { Clock } from '../kernel/clock.ts';
import { createSpareTime } from './spare-time.ts';

/** The time of the simulated network: it runs `speed` times as fast as the real one, so that an hour of calls passes in minutes. */
export interface SimulatedClock extends Clock, Disposable {
  /** Runs `act` after so many simulated milliseconds, unless canceled first. What is due at once happens in the order it was asked for. */
  after(ms: number, act: () => void): CancelTimer;
  /** Rejects with the signal's reason when that is aborted first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Simulated milliseconds as real ones, for what only knows real time. */
  real(ms: number): number;
}

export type CancelTimer = () => void;

interface Timer {
  readonly dueMs: number;
  readonly act: () => void;
}

/** Faster than real time it stands still while this process is at work, so that a slow machine gives the same calls as a quick one. */
export function createSimulatedClock({ speed }: { readonly speed: number }): SimulatedClock {
  const startedAt = Date.now();
  const { passed, stop } = speed > 1 ? spareTime(speed) : realTime();
  const elapsedMs = (): number => passed() * speed;
  const real = (ms: number): number => ms / speed;
  /** In the order in which they are due. */
  const timers: Timer[] = [];
  let alarm: Alarm | undefined;

  function setAlarm(): void {
    alarm?.[Symbol.dispose]();
    const [next] = timers;
    alarm = next === undefined ? undefined : alarmIn(real(next.dueMs - elapsedMs()), ring);
  }

  /** One at a time: what it leads to comes before the next. */
  function ring(): void {
    const [next] = timers;
    const due = next !== undefined && next.dueMs <= elapsedMs() ? timers.shift() : undefined;
    setAlarm();
    due?.act();
  }

  function after(ms: number, act: () => void): CancelTimer {
    const timer = { dueMs: elapsedMs() + ms, act };
    const later = timers.findIndex(({ dueMs }) => dueMs > timer.dueMs);
    timers.splice(later < 0 ? timers.length : later, 0, timer);
    if (timers[0] === timer) setAlarm();
    return () => {
      const place = timers.indexOf(timer);
      if (place >= 0) timers.splice(place, 1);
      if (place === 0) setAlarm();
    };
  }

  function wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const giveUp = (): void => {
        cancel();
        reject(signal.reason);
      };
      const cancel = after(ms, () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      });
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  return {
    now: () => new Date(startedAt + elapsedMs()),
    after,
    wait,
    real,
    [Symbol.dispose]() {
      stop();
      timers.length = 0;
      setAlarm();
    },
  };
}

type Alarm = NodeJS.Timeout | NodeJS.Immediate;

/** Node waits a millisecond at least, which is long where many things are due at once. */
function alarmIn(ms: number, ring: () => void): Alarm {
  return ms > 0 ? setTimeout(ring, ms) : setImmediate(ring);
}

interface Passing {
  /** Milliseconds since the start. */
  readonly passed: () => number;
  readonly stop: () => void;
}

function realTime(): Passing {
  const started = performance.now();
  return { passed: () => performance.now() - started, stop: () => undefined };
}

/** A fifth of a second: nothing on the line depends on less. */
const longestStepMs = 200;

function spareTime(speed: number): Passing {
  const time = createSpareTime(longestStepMs / speed);
  return { passed: time.passed, stop: () => time[Symbol.dispose]() };
}
