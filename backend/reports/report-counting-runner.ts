import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '../kernel/log.ts';
import type { ReportCounting } from './report-counting.ts';

/** Real time: how late the sums may be while nobody asks for a report, who has the newest counted. */
const everyMs = 5_000;
/** Small steps, because nothing else runs during one. */
const stepCalls = 50;

/** Counts calls for the reports as they end, and after an upgrade all that there are; later, while it may not. */
export function startReportCounting(
  counting: ReportCounting,
  mayCount: () => boolean,
  log: Log,
): AsyncDisposable {
  let stopped = false;

  async function countAll(): Promise<void> {
    try {
      while (!stopped && mayCount() && counting.step(stepCalls) > 0) await nextTurn();
    } catch (error) {
      log.error({ error }, 'calls could not be counted for the reports');
    }
    if (!stopped) timer = setTimeout(again, everyMs);
  }

  function again(): void {
    work = countAll();
  }

  let timer: NodeJS.Timeout | undefined;
  let work = countAll();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
