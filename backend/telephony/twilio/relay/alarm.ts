import type { Clock } from '../../../kernel/clock.ts';

/** Runs `act` once so many milliseconds have passed, unless canceled first. */
export type After = (ms: number, act: () => void) => () => void;

/** By `clock`, which may run `speed` times as fast as real time and stand still at times. */
export function createAlarm(clock: Clock, speed: number): After {
  return (ms, act) => {
    const dueAt = clock.now().getTime() + ms;
    const leftMs = (): number => Math.max(1, (dueAt - clock.now().getTime()) / speed);
    const ring = (): void => {
      if (clock.now().getTime() >= dueAt) act();
      else timer = setTimeout(ring, leftMs());
    };
    let timer = setTimeout(ring, leftMs());
    return () => clearTimeout(timer);
  };
}
