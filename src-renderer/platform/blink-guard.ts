/** Shorter losses of a connection are mended by what holds it, which tries again and again, and says so each time. */
export const blinkMs = 1_500;

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
      timer ??= setTimeout(onLost, blinkMs);
    },
    back: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
