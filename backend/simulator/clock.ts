import type { Clock } from '../kernel/clock.ts';

/** The time of the simulated network: it runs `speed` times as fast as the real one, so that an hour of calls passes in minutes. */
export interface SimulatedClock extends Clock, Disposable {
  /** Runs `act` after so many simulated milliseconds, unless canceled first. */
  after(ms: number, act: () => void): CancelTimer;
  /** Rejects with the signal's reason when that is aborted first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Simulated milliseconds as real ones, for what only knows real time. */
  real(ms: number): number;
}

export type CancelTimer = () => void;

export function createSimulatedClock({ speed }: { readonly speed: number }): SimulatedClock {
  const startedAt = Date.now();
  const startedTicks = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  const real = (ms: number): number => ms / speed;

  function after(ms: number, act: () => void): CancelTimer {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, real(ms));
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
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
    now: () => new Date(startedAt + (performance.now() - startedTicks) * speed),
    after,
    wait,
    real,
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
