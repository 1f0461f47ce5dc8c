import type { Clock } from '../kernel/clock.ts';
import { type WatchedCarrier, watchCarrier } from '../telephony/carrier-watch.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { createForgeryCount, type ForgeryCount } from '../telephony/twilio/forgery-count.ts';

/** What goes wrong between the carrier and us, in both directions, for as long as this process runs. */
export interface LineHealth extends WatchedCarrier {
  readonly forgeries: ForgeryCount;
}

export function watchLine(telephony: Telephony, clock: Clock): LineHealth {
  return { ...watchCarrier(telephony, clock), forgeries: createForgeryCount(clock) };
}
