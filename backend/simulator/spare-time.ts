/** Time that only passes while this process waits for something. */
export interface SpareTime extends Disposable {
  /** Milliseconds so far. */
  passed(): number;
}

/** How often it is looked at, in milliseconds. */
const beatMs = 2;

/**
 * Measures real time without that in which we work or would like to. In fast time a webhook that takes ten milliseconds of ours looks like
 * a second of silence on the line; where this clock is taken, it takes none, however busy the machine is. Of what passed at once, no more
 * than `mostMs` is believed: the rest was spent waiting for a processor.
 */
export function createSpareTime(mostMs: number): SpareTime {
  let passed = 0;
  let seen = idleMs();

  function count(): number {
    const idle = idleMs();
    passed += Math.min(idle - seen, mostMs);
    seen = idle;
    return passed;
  }

  const beat = setInterval(count, beatMs);
  beat.unref();
  return {
    passed: count,
    [Symbol.dispose]: () => clearInterval(beat),
  };
}

function idleMs(): number {
  return performance.eventLoopUtilization().idle;
}
