import type { SpendingStanding } from '../contract/spending.ts';
import type { Log } from '../kernel/log.ts';

interface SpendingWatchOptions {
  readonly standing: () => SpendingStanding;
  readonly alerts: {
    inDanger(danger: 'spending-near-cap' | 'spending-cap-reached'): void;
    isSafe(danger: 'spending-near-cap' | 'spending-cap-reached'): void;
  };
}

/** Has the alerts say what is spent of the cap. */
export type TellSpending = () => void;

export function createSpendingWatch({ standing, alerts }: SpendingWatchOptions): TellSpending {
  let told: SpendingStanding | null = null;
  return () => {
    const now = standing();
    if (now === told) return;
    if (now === 'near') alerts.inDanger('spending-near-cap');
    else alerts.isSafe('spending-near-cap');
    if (now === 'reached') alerts.inDanger('spending-cap-reached');
    else alerts.isSafe('spending-cap-reached');
    told = now;
  };
}

const everyMs = 5_000;

/** At the start and every few seconds, in real time. */
export function startSpendingWatch(tell: TellSpending, log: Log): Disposable {
  function look(): void {
    try {
      tell();
    } catch (error) {
      log.error({ error }, 'what was spent today could not be found out');
    }
  }

  look();
  const timer = setInterval(look, everyMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
