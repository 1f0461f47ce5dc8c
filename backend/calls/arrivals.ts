import type { CallId } from '../contract/ids.ts';
import type { Timers } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { isOver } from './call-machine.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { LegRow, LegStore } from './leg-store.ts';

/**
 * Sees to it that who has answered comes to hear somebody, although the carrier's word of it may be late or lost, and a conference may never
 * begin: what is not settled in time is asked of the carrier (decision 9).
 */
export interface Arrivals {
  /** Something has changed: the carrier is asked in time, unless all is well. */
  watch(callId: CallId): void;
  /** The carrier is asked once it should have told what has just begun. */
  askOnceSettled(callId: CallId): void;
  /** The carrier is asked soon, whatever is known. */
  askSoon(callId: CallId): void;
}

/** A carrier that works has told by then. */
const settlingMs = 2_000;
/** Between the answer and the first moment in the conference. */
const enteringMs = 500;
/** Who answered is brought there at once: whether they are is asked so early that they can still hear an apology in time. */
const joiningMs = 1_000;
const soonMs = 500;
const patienceMs = 15_000;
const seldomMs = 8_000;

interface ArrivalsOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly timers: Timers;
  readonly clock: Clock;
}

export function createArrivals({ calls, legs, timers, clock }: ArrivalsOptions): Arrivals {
  function set(callId: CallId, at: Date): void {
    timers.set(keyOf(callId), at, { type: 'arrival-overdue', callId });
  }

  return {
    watch(callId) {
      const call = calls.find(callId);
      const overdue = call === null ? null : overdueAt(call, legs.ofCall(callId));
      if (overdue === null) timers.cancel(keyOf(callId));
      else set(callId, nextLook(overdue, clock.now()));
    },
    askOnceSettled: (callId) => set(callId, later(clock.now())),
    askSoon: (callId) => set(callId, new Date(clock.now().getTime() + soonMs)),
  };
}

/** Stored: a timer that was set by an earlier version is found under it. */
function keyOf(callId: CallId): string {
  return `arrival-overdue:${callId}`;
}

/** When what the customer hears should have been told; null when it was, and while their telephone rings. */
export function overdueAt(call: CallRow, legs: readonly LegRow[]): Date | null {
  const customer = legs.find(({ kind, state }) => kind === 'customer' && state !== 'left');
  const since = customer === undefined ? null : presentSince(customer);
  if (isOver(call.status) || customer === undefined || since === null) return null;
  if (customer.state === 'joining') return later(since, joiningMs);
  if (call.mixedConferenceRef === call.conferenceRef) return null;
  const others = legs.filter(({ kind, state }) => isCompany[kind] && state === 'in-conference');
  const [first] = others.flatMap((leg) => presentSince(leg) ?? []);
  return first === undefined ? null : later(first > since ? first : since);
}

/** Those whom the customer is to hear. */
const isCompany: Readonly<Record<LegRow['kind'], boolean>> = {
  customer: false,
  ai: true,
  agent: true,
  supervisor: false,
};

/** Since when the leg can hear and be heard, whichever of the two was told first; null before. */
export function presentSince({ answeredAt, joinedAt }: Pick<LegRow, 'answeredAt' | 'joinedAt'>): Date | null {
  const entered = answeredAt === null ? null : new Date(answeredAt.getTime() + enteringMs);
  if (entered === null || joinedAt === null) return entered ?? joinedAt;
  return entered < joinedAt ? entered : joinedAt;
}

/** What the carrier has not settled for so long is not settled by asking it ever faster. */
function nextLook(overdue: Date, now: Date): Date {
  const isLong = now.getTime() - overdue.getTime() > patienceMs;
  const soonest = new Date(now.getTime() + (isLong ? seldomMs : soonMs));
  return overdue > soonest ? overdue : soonest;
}

function later(since: Date, ms = settlingMs): Date {
  return new Date(since.getTime() + ms);
}
