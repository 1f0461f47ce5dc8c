import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { CarrierCommand, CarrierOutcome } from '../telephony/carrier-command.ts';
import { endsSomething, isPassing } from '../telephony/command-kinds.ts';
import type { OutboxEntry, OutboxQueue } from './outbox-store.ts';

export interface SettlingOptions<Obstacle extends string> {
  readonly database: Database;
  readonly outbox: OutboxQueue;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1: spreads repeated attempts. */
  readonly random: () => number;
  /** Of a call that is over only what ends something is repeated, so that it is not kept waiting and nobody is rung for it. */
  readonly isOver: (callId: CallId) => boolean;
  /** Runs in the transaction in which the command is over. Throttled commands are tried again for a while first. */
  readonly onOutcome: (command: CarrierCommand, outcome: FinalOutcome<Obstacle>) => void;
}

/** A stored command that could be read. */
export type Parcel<Command extends CarrierCommand = CarrierCommand> = OutboxEntry & {
  readonly command: Command;
};

/** `Obstacle`: why we did not even ask the carrier. */
export type FinalOutcome<Obstacle extends string = never> =
  | Exclude<CarrierOutcome, { readonly type: 'throttled' }>
  | { readonly type: 'not-dialled'; readonly reason: Obstacle };

/** Stores what became of a command: over, or to be tried again. */
export interface Settling<Obstacle extends string> {
  conclude(entry: Parcel, outcome: CarrierOutcome): void;
  finish(entry: Parcel, outcome: FinalOutcome<Obstacle>): void;
  /**
   * So long from now, and up to half a second more, so that what failed together does not come again together. Not as long as a carrier
   * may ask for: somebody is on the line.
   */
  afterPause(pauseMs: number): Date;
}

/** Done, or already so. */
const settled: ReadonlySet<string> = new Set<CarrierOutcome['type']>(['done', 'rung', 'gone']);

const firstPauseMs = 500;
const longestPauseMs = 8_000;
/** Commands that are safe to repeat are repeated this often when nobody knows whether they were done. */
const mostAttempts = 5;
/** For about a minute. */
const mostThrottled = 12;
/** What is for one moment keeps the hold that follows it waiting: for no longer than a customer may hear nothing. */
const mostThrottledPassing = 2;
const latestPassingMs = 1_000;
/** Nobody expects any more then that a customer is dialled. */
const latestDialMs = 60_000;

export function createSettling<Obstacle extends string>(
  options: SettlingOptions<Obstacle>,
): Settling<Obstacle> {
  const { database, outbox, clock, log } = options;

  function conclude(entry: Parcel, outcome: CarrierOutcome): void {
    switch (outcome.type) {
      case 'throttled':
        if (!isWanted(entry)) finish(entry, { type: 'gone' });
        else if (mayBeAskedAgain(entry, outcome.retryAfterMs)) putBack(entry, outcome.retryAfterMs);
        else finish(entry, { type: 'refused', reason: 'carrier', detail: 'throttled again and again' });
        return;
      case 'unknown':
        noteUnknown(entry, outcome.detail);
        if (entry.attempts < mostAttempts && isWanted(entry) && !isPassing(entry.type)) putBack(entry, null);
        else finish(entry, outcome);
        return;
      default:
        finish(entry, outcome);
    }
  }

  /** Who waits for a leg would rather know; but what ends something must be done. */
  function mayBeAskedAgain({ attempts, command }: Parcel, retryAfterMs: number | null): boolean {
    if (endsSomething(command)) return true;
    if (isPassing(command.type))
      return attempts < mostThrottledPassing && (retryAfterMs ?? 0) <= latestPassingMs;
    const isTooLate = command.type === 'dial-customer' && (retryAfterMs ?? 0) > latestDialMs;
    return attempts < mostThrottled && !isTooLate;
  }

  function noteUnknown({ callId, command }: Parcel, detail: string): void {
    log.warn({ callId, command: command.type, detail }, 'nobody knows whether a carrier command was done');
  }

  function putBack({ id, attempts }: Parcel, pauseMs: number | null): void {
    const backoff = Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);
    outbox.postpone(id, afterPause(pauseMs ?? backoff));
  }

  /** Asked where it is put back, because what the call's end takes back is only what waits. */
  function isWanted({ callId, command }: Parcel): boolean {
    return endsSomething(command) || !options.isOver(callId);
  }

  function finish(entry: Parcel, outcome: FinalOutcome<Obstacle>): void {
    database.transaction(() => {
      if (settled.has(outcome.type)) outbox.markDone(entry.id);
      else outbox.markNotDone(entry.id);
      options.onOutcome(entry.command, outcome);
    });
  }

  function afterPause(pauseMs: number): Date {
    const pause = Math.min(pauseMs, longestPauseMs);
    return new Date(clock.now().getTime() + pause + options.random() * firstPauseMs);
  }

  return { conclude, finish, afterPause };
}
