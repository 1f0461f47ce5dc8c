import { setTimeout as pause } from 'node:timers/promises';
import type { CallId } from '../contract/ids.ts';
import type { ResultReason } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import {
  type CarrierCommand,
  type CarrierOutcome,
  carrierCommandSchema,
} from '../telephony/carrier-command.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { endsSomething, type OutboxEntry, type OutboxQueue } from './outbox-store.ts';

interface OutboxSenderOptions {
  readonly database: Database;
  readonly outbox: OutboxQueue;
  readonly telephony: Pick<Telephony, 'execute' | 'findLeg'>;
  readonly clock: Clock;
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  readonly log: Log;
  /** 0 to 1: spreads repeated attempts. */
  readonly random: () => number;
  /** Of a call that is over only what ends something is repeated, so that it is not kept waiting and nobody is rung for it. */
  readonly isOver: (callId: CallId) => boolean;
  /** Asked whenever a customer is about to be dialled, because much may have changed since the call was started. */
  readonly dialPermission: (callId: CallId) => DialPermission;
  /** Runs in the transaction in which the command is over. Throttled commands are tried again first. */
  readonly onOutcome: (command: CarrierCommand, outcome: FinalOutcome) => void;
}

type DialCustomer = Extract<CarrierCommand, { readonly type: 'dial-customer' }>;

type ReadEntry = OutboxEntry & { readonly command: CarrierCommand };

export type DialPermission = 'permitted' | DialObstacle;

/** Why a customer must not be dialled now. */
export type DialObstacle = Extract<ResultReason, 'number-blocked' | 'outside-calling-hours'>;

type Attempted = CarrierOutcome | { readonly type: 'not-dialled'; readonly reason: DialObstacle };

export type FinalOutcome = Exclude<Attempted, { readonly type: 'throttled' }>;

const firstPauseMs = 500;
const longestPauseMs = 8_000;
/** Commands that are safe to repeat are repeated this often when nobody knows whether they were done. */
const mostAttempts = 5;

/**
 * Carries stored commands to the carrier: those of one call in order, those of different calls side by side. All but the dialling of a
 * customer are safe to repeat, because a leg's label is unique in its conference (Twilio error 16025).
 */
export function startOutboxSender(options: OutboxSenderOptions): AsyncDisposable {
  const { database, outbox, telephony, clock, speed, log } = options;
  const inFlight = new Map<CallId, Promise<void>>();
  const stopping = new AbortController();
  let nap: NodeJS.Timeout | undefined;

  function pump(): void {
    if (stopping.signal.aborted) return;
    clearTimeout(nap);
    const now = clock.now();
    let soonest = Number.POSITIVE_INFINITY;
    for (const entry of outbox.heads()) {
      if (inFlight.has(entry.callId)) continue;
      const wait = entry.notBefore.getTime() - now.getTime();
      if (wait > 0) soonest = Math.min(soonest, wait);
      else if (!start(entry, execute)) soonest = 0;
    }
    if (soonest !== Number.POSITIVE_INFINITY) nap = setTimeout(pump, soonest / speed);
  }

  /** False when nobody can read the command: it counts as not done, so that the next one of its call has its turn. */
  function start(entry: OutboxEntry, act: (command: CarrierCommand) => Promise<Attempted>): boolean {
    const { data: command, error } = carrierCommandSchema.safeParse(entry.command);
    if (command === undefined) {
      log.error({ error, callId: entry.callId }, 'a stored carrier command cannot be read and is left out');
      outbox.markNotDone(entry.id);
      return false;
    }
    carry({ ...entry, command }, act);
    return true;
  }

  function carry(entry: ReadEntry, act: (command: CarrierCommand) => Promise<Attempted>): void {
    outbox.markSent(entry.id);
    const work = act(entry.command)
      .catch((error: unknown): Attempted => {
        log.error({ error, command: entry.command.type }, 'a carrier command broke');
        return { type: 'unknown', detail: 'a defect of ours' };
      })
      .then((outcome) => conclude(entry, outcome))
      .catch((error: unknown) => giveUpOn(entry, error))
      .finally(() => {
        inFlight.delete(entry.callId);
        pump();
      });
    inFlight.set(entry.callId, work);
  }

  async function execute(command: CarrierCommand): Promise<Attempted> {
    if (command.type !== 'dial-customer') return telephony.execute(command);
    const permission = options.dialPermission(command.callId);
    if (permission === 'permitted') return telephony.execute(command);
    log.info({ callId: command.callId, reason: permission }, 'a customer is not dialled after all');
    return { type: 'not-dialled', reason: permission };
  }

  /** A defect of ours must not keep the call's other commands waiting: above all not its end. */
  function giveUpOn(entry: ReadEntry, error: unknown): void {
    log.error(
      { error, command: entry.command.type },
      'the outcome of a carrier command could not be taken in',
    );
    outbox.markNotDone(entry.id);
  }

  async function conclude(entry: ReadEntry, outcome: Attempted): Promise<void> {
    if (outcome.type === 'throttled') {
      return isWanted(entry) ? postpone(entry, outcome.retryAfterMs) : finish(entry, { type: 'gone' });
    }
    if (outcome.type !== 'unknown') return finish(entry, outcome);
    log.warn(
      { command: entry.command.type, detail: outcome.detail },
      'nobody knows whether a carrier command was done',
    );
    if (entry.command.type === 'dial-customer') {
      const found = await lookUpDial(entry.command);
      return found === null ? undefined : finish(entry, found);
    }
    const worthRepeating = entry.attempts < mostAttempts && isWanted(entry);
    return worthRepeating ? postpone(entry, null) : finish(entry, outcome);
  }

  /** Asked where it is put back, because what the call's end takes back is only what waits. */
  function isWanted({ callId, command }: ReadEntry): boolean {
    return endsSomething(command) || !options.isOver(callId);
  }

  function finish(entry: ReadEntry, outcome: FinalOutcome): void {
    database.transaction(() => {
      if (outcome.type === 'done' || outcome.type === 'gone') outbox.markDone(entry.id);
      else outbox.markNotDone(entry.id);
      options.onOutcome(entry.command, outcome);
    });
  }

  function postpone(entry: OutboxEntry, pauseMs: number | null): void {
    const backoff = Math.min(firstPauseMs * 2 ** entry.attempts, longestPauseMs);
    const wait = (pauseMs ?? backoff) + options.random() * firstPauseMs;
    outbox.postpone(entry.id, new Date(clock.now().getTime() + wait));
  }

  /**
   * A customer is never dialled twice: whether the first attempt worked is looked up, and if it did not, the call has failed. Null when we
   * stop before that is known: the command stays `sent`, and the next start looks it up.
   */
  async function lookUpDial(command: DialCustomer): Promise<FinalOutcome | null> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await telephony.findLeg(command);
      if (found.type === 'not-done') return { type: 'unknown', detail: 'the carrier knows nothing of it' };
      if (found.type !== 'throttled' && found.type !== 'unknown') return found;
      if (attempt === mostAttempts) {
        return { type: 'unknown', detail: 'the carrier did not answer when it was looked up' };
      }
      await pause((firstPauseMs * 2 ** attempt) / speed, undefined, stopping).catch(() => {});
      if (stopping.signal.aborted) return null;
    }
  }

  async function resume(command: CarrierCommand): Promise<CarrierOutcome> {
    if (command.type !== 'dial-customer') return telephony.execute(command);
    return { type: 'unknown', detail: 'the process ended before the carrier answered' };
  }

  for (const entry of outbox.interrupted()) start(entry, resume);
  const stopListening = database.onCommit(() => queueMicrotask(pump));
  pump();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      stopListening();
      clearTimeout(nap);
      await Promise.all(inFlight.values());
    },
  };
}
