/** The server's time, so that countdowns are right on a computer whose clock is not. */
export interface ServerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** What the server's clock said at a moment of this computer's. */
  atLocal(moment: Date): string;
  /** Takes the server's word for what time it is. */
  adjust(serverTime: string): void;
  /** Calls the listener about once a second, at the same moment for all; returns the undo. */
  onSecond(listener: () => void): () => void;
}

/** One timer for every running number on the screen, and none while there is no such number. */
export function createServerClock(localNow: () => number): ServerClock {
  let ahead = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();

  return {
    now: () => localNow() + ahead,
    atLocal: (moment) => new Date(moment.getTime() + ahead).toISOString(),
    adjust: (serverTime) => {
      ahead = Date.parse(serverTime) - localNow();
    },
    onSecond: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const tell of listeners) tell();
      }, 1_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
