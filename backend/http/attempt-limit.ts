import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Clock } from '../kernel/clock.ts';
import { TooManyAttempts } from '../kernel/too-many-attempts.ts';
import { clientAddress } from './client-address.ts';

interface AttemptLimitOptions {
  readonly clock: Clock;
  readonly trustProxy: boolean;
  /** From one network address. */
  readonly perMinute: number;
}

const windowMs = 60_000;

/** Refuses with `too-many-requests` whoever tries more often, until the minute is over. */
export function limitAttempts({ clock, trustProxy, perMinute }: AttemptLimitOptions): MiddlewareHandler {
  let windowEnds = 0;
  const attempts = new Map<string, number>();

  return createMiddleware(async (c, next) => {
    const now = clock.now().getTime();
    if (now >= windowEnds) {
      attempts.clear();
      windowEnds = now + windowMs;
    }
    const address = clientAddress(c, trustProxy);
    const count = (attempts.get(address) ?? 0) + 1;
    attempts.set(address, count);
    if (count > perMinute) {
      throw new TooManyAttempts((windowEnds - now) / 1_000);
    }
    await next();
  });
}
