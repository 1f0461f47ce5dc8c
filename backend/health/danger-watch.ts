import type { Log } from '../kernel/log.ts';
import type { ServerAlerts, ServerDanger } from './server-alerts.ts';
import type { Verdict } from './webhook-silence.ts';

export interface DangerCheck {
  readonly danger: ServerDanger;
  /** `unknown`: what was told of it stands. */
  readonly verdict: () => Verdict;
}

interface DangerWatchOptions {
  readonly checks: readonly DangerCheck[];
  readonly alerts: Pick<ServerAlerts, 'inDanger' | 'isSafe'>;
  readonly log: Log;
}

/** Has the alerts say what each check finds. */
export function lookForDangers({ checks, alerts, log }: DangerWatchOptions): void {
  for (const { danger, verdict } of checks) {
    try {
      const found = verdict();
      if (found === 'danger') alerts.inDanger(danger);
      if (found === 'safe') alerts.isSafe(danger);
    } catch (error) {
      log.error({ error, danger }, 'a danger could not be looked for');
    }
  }
}

/** In milliseconds of the domains' time. */
const pauseMs = 5_000;
/** Before an accelerated simulator the machine has something else to do, too. */
const shortestNapMs = 500;

/** Looks again and again, `speed` times as often as it would in real time. */
export function watchDangers(options: DangerWatchOptions, speed: number): Disposable {
  const timer = setInterval(() => lookForDangers(options), Math.max(shortestNapMs, pauseMs / speed));
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
