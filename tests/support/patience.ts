import { vi } from 'vitest';

/** In milliseconds: far longer than anything takes, also on a machine that has much else to do. Only a failure takes so long. */
export const patience = { timeout: 90_000, interval: 5 } as const;

/** Waits until `check` throws no more, and gives its result. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, patience);
}

/** The same for what is asked of the server under test. Less often: while it answers, fast time stands still. */
export function eventuallyAtServer<Result>(check: () => Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { ...patience, interval: 50 });
}
