import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '../kernel/log.ts';

export interface Steps {
  /** Does a little of what is to be done, in a transaction of its own; returns how much there was. */
  readonly step: () => number;
  /** Asked before each step; what it puts off comes with the next round. */
  readonly mayStep?: () => boolean;
  /** Real time between two rounds. */
  readonly everyMs: number;
  /** Logged when a step throws. */
  readonly failure: string;
  readonly log: Log;
}

/** Brings up to date what follows from what was stored, in rounds of small steps: nothing else runs during one, and others in between. */
export function startSteps({ step, mayStep = () => true, everyMs, failure, log }: Steps): AsyncDisposable {
  let stopped = false;

  async function takeAll(): Promise<void> {
    try {
      while (!stopped && mayStep() && step() > 0) await nextTurn();
    } catch (error) {
      log.error({ error }, failure);
    }
    if (!stopped) timer = setTimeout(again, everyMs);
  }

  function again(): void {
    work = takeAll();
  }

  let timer: NodeJS.Timeout | undefined;
  let work = takeAll();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
