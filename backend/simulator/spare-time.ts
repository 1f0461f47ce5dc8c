/** Time that only passes while this process waits for something. */
export interface SpareTime extends Disposable {
  /** Milliseconds so far. */
  passed(): number;
}

/** How often it is looked at, in milliseconds. */
const beatMs = 2;

/** What Node's own threads do for this process: it waits, but for itself. On a busy machine they get a processor late. */
const helpers: ReadonlySet<string> = new Set(['GetAddrInfoReqWrap', 'FSReqCallback', 'FSReqPromise']);

/**
 * Measures real time without that in which we work or would like to, or our own threads do. In fast time a webhook that takes ten
 * milliseconds of ours looks like a second of silence on the line; where this clock is taken, it takes none, however busy the machine is.
 * Of what passed at once, no more than `mostMs` is believed: the rest was spent waiting for a processor.
 */
export function createSpareTime(mostMs: number): SpareTime {
  let passed = 0;
  let seen = idleMs();
  let isHelped = false;

  function count(): number {
    const idle = idleMs();
    passed += isHelped ? 0 : Math.min(idle - seen, mostMs);
    seen = idle;
    return passed;
  }

  function look(): void {
    // What passed before is counted as it was, and not at all where help has begun meanwhile.
    const isHelpedNow = process.getActiveResourcesInfo().some((resource) => helpers.has(resource));
    isHelped ||= isHelpedNow;
    count();
    isHelped = isHelpedNow;
  }

  const beat = setInterval(look, beatMs);
  beat.unref();
  return {
    passed: count,
    [Symbol.dispose]: () => clearInterval(beat),
  };
}

function idleMs(): number {
  return performance.eventLoopUtilization().idle;
}
