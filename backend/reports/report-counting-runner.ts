import { startSteps } from '../journal/step-runner.ts';
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
  return startSteps({
    step: () => counting.step(stepCalls),
    mayStep: mayCount,
    everyMs,
    failure: 'calls could not be counted for the reports',
    log,
  });
}
