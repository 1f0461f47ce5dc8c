/** Shorter losses of the connection are the SDK's own business: it is back within 0.3 s, and says so on each of its attempts. */
const BLINK_MS = 1_000;

export interface BlinkGuard {
  /** May be called again and again. */
  lost(): void;
  back(): void;
}

/** Calls `onLost` once a loss has lasted longer than a blink. */
export function createBlinkGuard(onLost: () => void): BlinkGuard {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    lost: () => {
      timer ??= setTimeout(onLost, BLINK_MS);
    },
    back: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
