type Flush = () => void;

export interface Pacing {
  readonly everyMs: number;
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
}

/**
 * A scheduler for what tells the screens that something has changed: the first change is told at once, and while more keep coming they are
 * told together, so that five hundred events a second are ten redraws rather than five hundred.
 */
export function createPacedScheduler({ everyMs, now, setTimeout }: Pacing): (flush: Flush) => void {
  let waiting: Flush[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;

  function tellAll(): void {
    const told = waiting;
    waiting = [];
    lastAt = now();
    for (const flush of told) flush();
  }

  return (flush) => {
    waiting.push(flush);
    if (waiting.length === 1) setTimeout(tellAll, Math.max(0, lastAt + everyMs - now()));
  };
}
