import { once } from 'node:events';
import type { Overload } from '../contract/events.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import type { EventLoopLag } from './event-loop-lag.ts';
import {
  afterMeasurement,
  type LoadMeasurement,
  type LoadState,
  putOffIn,
  unloaded,
} from './load-shedding.ts';

interface LoadWatchOptions {
  /** Told whenever something else is put off, or for another reason; null: nothing is. */
  readonly onChange: (overload: Overload | null) => void;
  readonly log: Log;
}

/** Whether the server has too much to do, and what has to wait therefore. */
export interface LoadWatch {
  /** Once a second: what was measured since the time before. */
  measured(measurement: LoadMeasurement): void;
  /** What was measured last, and what followed from it. */
  now(): LoadMeasurement & Pick<LoadState, 'overload'>;
  mayDial(): boolean;
  mayCount(): boolean;
  /** Resolves once reports and exports may be made. Refuses with `overloaded` where that takes too long, or `signal` is aborted. */
  turnOfReport(signal: AbortSignal): Promise<void>;
}

/** Whoever asked waits for so long, before they are asked to come again. */
const patienceMs = 20_000;

export function createLoadWatch({ onChange, log }: LoadWatchOptions): LoadWatch {
  const changes = new EventTarget();
  let state = unloaded;
  let last: LoadMeasurement = { lagMs: 0, waitMs: 0 };

  const mayCount = () => putOffIn(state) !== 'campaigns-and-reports';

  function measured(measurement: LoadMeasurement): void {
    last = measurement;
    const before = state;
    state = afterMeasurement(before, measurement);
    if (putOffIn(state) === putOffIn(before)) return;
    log.warn({ ...measurement, putOff: putOffIn(state) }, 'what is put off has changed with the load');
    changes.dispatchEvent(new Event('changed'));
    onChange(state.overload);
  }

  return {
    measured,
    now: () => ({ ...last, overload: state.overload }),
    mayDial: () => putOffIn(state) === 'nothing',
    mayCount,
    async turnOfReport(signal) {
      const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
      while (!mayCount()) {
        try {
          await once(changes, 'changed', { signal: patience });
        } catch {
          throw new Refusal('overloaded', 'The server has too much to do with calls. Ask again in a moment.');
        }
      }
    },
  };
}

interface LoadMeasuring {
  readonly watch: Pick<LoadWatch, 'measured'>;
  /** Null where the event loop keeps nobody waiting. */
  readonly lag: EventLoopLag | null;
  readonly waitMs: () => number;
  readonly log: Log;
}

const everyMs = 1_000;

/** In real time, whatever the domains' clock does. */
export function startLoadMeasuring({ watch, lag, waitMs, log }: LoadMeasuring): Disposable {
  const timer = setInterval(() => {
    try {
      watch.measured({ lagMs: lag?.worstMs() ?? 0, waitMs: waitMs() });
    } catch (error) {
      log.error({ error }, 'the load could not be measured');
    }
  }, everyMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
      lag?.[Symbol.dispose]();
    },
  };
}
