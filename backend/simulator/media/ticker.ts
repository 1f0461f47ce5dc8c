export interface Ticker extends Disposable {
  start(): void;
  stop(): void;
}

export interface TickerOptions {
  readonly periodMs: number;
  readonly onTick: () => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** After a longer stall, lost time stays lost: catching up would only flood the listeners' jitter buffers. */
const MOST_TICKS_AT_ONCE = 5;

/** Ticks at a steady rate on average: each tick is due by the clock, so that late timers do not add up. */
export function createTicker({ periodMs, onTick, now }: TickerOptions): Ticker {
  let timer: NodeJS.Timeout | null = null;
  let due = 0;

  const wait = (): void => {
    timer = setTimeout(run, Math.max(0, due - now()));
  };
  const run = (): void => {
    const late = Math.floor((now() - due) / periodMs) + 1;
    if (late > MOST_TICKS_AT_ONCE) due += (late - MOST_TICKS_AT_ONCE) * periodMs;
    for (let ticks = Math.min(late, MOST_TICKS_AT_ONCE); ticks > 0 && timer !== null; ticks--) {
      due += periodMs;
      onTick();
    }
    if (timer !== null) wait();
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  return {
    start: () => {
      if (timer !== null) return;
      due = now() + periodMs;
      wait();
    },
    stop,
    [Symbol.dispose]: stop,
  };
}
