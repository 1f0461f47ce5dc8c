import { type NotedAnswers, noteAnswers } from '../health/carrier-answers.ts';
import type { Clock } from '../kernel/clock.ts';
import { type WatchedCarrier, watchCarrier } from '../telephony/carrier-watch.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { createForgeryCount, type ForgeryCount } from '../telephony/twilio/forgery-count.ts';

/** What goes wrong between the carrier and us, in both directions, for as long as this process runs. */
export interface LineHealth extends WatchedCarrier {
  readonly forgeries: ForgeryCount;
  readonly lastAnswerAt: NotedAnswers['lastAnswerAt'];
}

export function watchLine(carrier: Telephony, clock: Clock): LineHealth {
  const { telephony, lastAnswerAt } = noteAnswers(carrier, clock);
  return { ...watchCarrier(telephony, clock), lastAnswerAt, forgeries: createForgeryCount(clock) };
}
