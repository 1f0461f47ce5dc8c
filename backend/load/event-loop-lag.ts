import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** How late the event loop is. */
export interface EventLoopLag extends Disposable {
  /** The longest since the question before, in milliseconds. */
  worstMs(): number;
}

const resolutionMs = 20;

export function watchEventLoop(): EventLoopLag {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  let askedAt = performance.now();
  return {
    worstMs() {
      const now = performance.now();
      // The first look after a reset measures nothing: where there was no second one, the loop stood still all the time.
      const longest = delays.count === 0 ? now - askedAt : delays.max / 1e6;
      askedAt = now;
      delays.reset();
      // What is recorded is the time between two looks, of which the resolution is none of the delay.
      return Math.max(0, longest - resolutionMs);
    },
    [Symbol.dispose]() {
      delays.disable();
    },
  };
}
