import type { CallId, HandoffId, OfferId } from '../contract/ids.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import type { TimerEvent, Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';

interface HandoffDeadlinesOptions {
  readonly timers: Timers;
  readonly clock: Clock;
  /** As the team set them: read each time. */
  readonly times: () => Pick<RoutingSettings, 'offerSeconds' | 'handoffSeconds'>;
  /** How long a claimed agent may take to arrive. */
  readonly arrivalSeconds: number;
}

/** Every time that a handoff waits for. Each outlives the process, is moved by setting it again, and comes as a `HandoffTimerEvent`. */
export interface HandoffDeadlines {
  /** The offer can be answered until `deadline`. */
  setOfferExpiry(offerId: OfferId, deadline: Date): void;
  cancelOfferExpiry(offerId: OfferId): void;
  /** From now on the claimed agent has the time to arrive; `attempt` tells the second ringing from the first. */
  setArrival(handoffId: HandoffId, attempt: number): void;
  /** From now on the customer waits for a human, until the handoff is given up. */
  setGiveUp(handoffId: HandoffId): void;
  /** It is not given up before the time of one more offer has passed. */
  leaveTimeForOneOffer(handoffId: HandoffId): void;
  /** It is not given up before `until`. */
  delayGiveUp(handoffId: HandoffId, until: Date): void;
  /** Null when it is not going to be given up. */
  giveUpAt(handoffId: HandoffId): Date | null;
  /** Somebody has come, or nobody is awaited any more: neither an arrival is overdue nor the handoff given up. */
  cancelWaiting(handoffId: HandoffId): void;
  /** The customer hears an announcement now; when nobody is there after it, they are not left in silence. */
  setLeftAlone(callId: CallId): void;
  /** The AI is about to join the customer, who hears nothing until then. */
  setAiAwaited(callId: CallId): void;
  cancelLeftAlone(callId: CallId): void;
}

export type HandoffTimerEvent = Exclude<
  TimerEvent,
  {
    readonly type:
      | 'wrap-up-over'
      | 'reminder-due'
      | 'recording-due'
      | 'test-recordings-due'
      | 'arrival-overdue';
  }
>;

/** The announcement before a human comes takes about this long, and nobody is to be alone for more than five seconds. */
const announcementSeconds = 4;
/** Longer than an AI's leg takes to come up, and short enough for the hold that follows to be heard in time. */
const aiSeconds = 2.5;

export function createHandoffDeadlines(options: HandoffDeadlinesOptions): HandoffDeadlines {
  const { timers, clock } = options;

  function inSeconds(seconds: number): Date {
    return new Date(clock.now().getTime() + seconds * 1_000);
  }

  function giveUpAt(handoffId: HandoffId): Date | null {
    return timers.dueAt(keys.giveUp(handoffId));
  }

  function giveUp(handoffId: HandoffId, at: Date): void {
    timers.set(keys.giveUp(handoffId), at, { type: 'handoff-gave-up', handoffId });
  }

  function delayGiveUp(handoffId: HandoffId, until: Date): void {
    const planned = giveUpAt(handoffId);
    if (planned === null || planned < until) giveUp(handoffId, until);
  }

  function leftAlone(callId: CallId, seconds: number): void {
    timers.set(keys.alone(callId), inSeconds(seconds), { type: 'customer-left-alone', callId });
  }

  return {
    setOfferExpiry(offerId, deadline) {
      timers.set(keys.offer(offerId), deadline, { type: 'offer-expired', offerId });
    },
    cancelOfferExpiry: (offerId) => timers.cancel(keys.offer(offerId)),
    setArrival(handoffId, attempt) {
      const event = { type: 'agent-arrival-overdue', handoffId, attempt } as const;
      timers.set(keys.arrival(handoffId), inSeconds(options.arrivalSeconds), event);
    },
    setGiveUp: (handoffId) => giveUp(handoffId, inSeconds(options.times().handoffSeconds)),
    leaveTimeForOneOffer: (handoffId) => delayGiveUp(handoffId, inSeconds(options.times().offerSeconds)),
    delayGiveUp,
    giveUpAt,
    cancelWaiting(handoffId) {
      timers.cancel(keys.arrival(handoffId));
      timers.cancel(keys.giveUp(handoffId));
    },
    setLeftAlone: (callId) => leftAlone(callId, announcementSeconds),
    setAiAwaited: (callId) => leftAlone(callId, aiSeconds),
    cancelLeftAlone: (callId) => timers.cancel(keys.alone(callId)),
  };
}

/** Stored: timers that were set by an earlier version are found under them. */
const keys = {
  offer: (offerId: OfferId) => `offer:${offerId}`,
  arrival: (handoffId: HandoffId) => `arrival:${handoffId}`,
  giveUp: (handoffId: HandoffId) => `give-up:${handoffId}`,
  alone: (callId: CallId) => `alone:${callId}`,
} as const;
