import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';

/** Something that grows for ever unless its oldest part is forgotten. */
export interface Prunable {
  /** Forgets at most `limit` of what is older than `before` and not needed any more; returns how many there were. */
  prune(before: Date, limit: number): number;
}

interface PruningOptions {
  readonly events: Prunable;
  readonly commands: Prunable;
  readonly keptDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** Small steps, because nothing else runs during one. */
const stepRows = 200;

/** At the start and once a day: forgets the events and the commands that nobody can need any more. */
export function startPruning(options: PruningOptions): AsyncDisposable {
  const { events, commands, keptDays, clock, log } = options;
  let stopped = false;

  async function prune(store: Prunable): Promise<void> {
    const before = new Date(clock.now().getTime() - keptDays * dayMs);
    while (!stopped && store.prune(before, stepRows) > 0) await nextTurn();
  }

  async function pruneAll(): Promise<void> {
    try {
      await prune(events);
      await prune(commands);
    } catch (error) {
      log.error({ error }, 'the journal could not be pruned');
    }
  }

  function again(): void {
    work = pruneAll();
  }

  let work = pruneAll();
  const timer = setInterval(again, dayMs);
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(timer);
      await work;
    },
  };
}
