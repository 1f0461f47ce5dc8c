import type { Clock } from '../../kernel/clock.ts';

/** Keeps from asking somebody who has not answered several times in a row, for a while. Who does not answer then either rests again at once. */
export interface CircuitBreaker {
  isOpen(): boolean;
  succeeded(): void;
  failed(): void;
}

const FAILURES_IN_A_ROW = 3;
const REST_MS = 60_000;

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    isOpen: () => clock.now().getTime() < restsUntil,
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures < FAILURES_IN_A_ROW) return;
      restsUntil = clock.now().getTime() + REST_MS;
    },
  };
}
