import type { CallId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Log } from '../kernel/log.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { Arrivals } from './arrivals.ts';
import { isOver } from './call-machine.ts';
import type { CallRow } from './call-store.ts';
import { type ComparisonOptions, compareCall } from './compare-call.ts';
import { createMissingCustomers } from './missing-customers.ts';

interface ReconciliationOptions extends Omit<ComparisonOptions, 'missing'> {
  readonly outbox: Pick<Outbox, 'send' | 'isPending'>;
  readonly telephony: ComparisonOptions['telephony'] & Pick<Telephony, 'liveConferences'>;
  readonly arrivals: Pick<Arrivals, 'watch'>;
  /** How many times faster than real time `clock` runs: 1, except before an accelerated simulator. */
  readonly speed: number;
  readonly log: Log;
}

export interface Reconciliation extends AsyncDisposable {
  /** Compares one call at once, where the carrier has not told in time who hears whom. */
  lookAt(callId: CallId): void;
}

const pauseMs = 60_000;
/** Nobody should be there any more when a call is over: so long it is made sure of. */
const afterEndMs = 5 * 60_000;
/** One whose carrier is slow must not keep customers waiting on all others, nor all of them together keep the carrier busy. */
const atOnce = 6;
/** Of one call: a request that is never answered does not keep the next from being made, and a slow carrier is not asked ever more. */
const looksAtOnce = 2;

/**
 * At the start and every minute: what the database believes of each call that is open, or was lately, is compared with the carrier,
 * because a webhook is lost when nobody listened for long enough, and a command may fail for good (`compare-call.ts`). What goes on at the
 * carrier of a call that is over is ended.
 */
export function startReconciliation(options: ReconciliationOptions): Reconciliation {
  const { calls, clock, log } = options;
  const comparison = { ...options, missing: createMissingCustomers(clock) };
  /** Those that go on, and of which call. */
  const looks = new Map<Promise<void>, CallId>();
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  async function reconcileAll(): Promise<void> {
    try {
      const known = calls.openOrEndedSince(new Date(clock.now().getTime() - afterEndMs));
      const waiting = known.toSorted((one, other) => urgency(other) - urgency(one)).values();
      await Promise.all(Array.from({ length: atOnce }, () => attemptAll(waiting)));
      if (!stopped) await endStrays(options);
    } catch (error) {
      log.error({ error }, 'calls could not be compared with the carrier');
    }
    if (!stopped) nap = setTimeout(again, pauseMs / options.speed);
  }

  async function attemptAll(waiting: Iterable<CallRow>): Promise<void> {
    for (const call of waiting) if (!stopped) await attempt(call);
  }

  /** One call that cannot be compared must not keep all others from it. */
  async function attempt(call: CallRow): Promise<void> {
    try {
      await compareCall(call, comparison);
    } catch (error) {
      log.error({ error, callId: call.id }, 'a call could not be compared with the carrier');
    }
  }

  async function look(callId: CallId): Promise<void> {
    const call = calls.find(callId);
    if (call === null || isOver(call.status)) return;
    // Before the carrier answers, which it may never.
    watch(callId);
    if ([...looks.values()].filter((id) => id === callId).length >= looksAtOnce) return;
    await attempt(call);
    if (!stopped) watch(callId);
  }

  function watch(callId: CallId): void {
    options.database.transaction(() => options.arrivals.watch(callId));
  }

  function again(): void {
    pass = reconcileAll();
  }

  let pass = reconcileAll();
  return {
    lookAt(callId) {
      const work = look(callId)
        .catch((error: unknown) => log.error({ error, callId }, 'a call could not be looked at'))
        .finally(() => looks.delete(work));
      looks.set(work, callId);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(nap);
      await Promise.all([pass, ...looks.keys()]);
    },
  };
}

/** Customers who are on the line come first, then those who are being dialled. */
function urgency({ answeredAt, status }: CallRow): number {
  if (isOver(status)) return 0;
  return answeredAt === null ? 1 : 2;
}

/** A conference of a call that is over, however long ago. Those whose name no call of ours has are somebody else's. */
async function endStrays({ database, calls, outbox, telephony, log }: ReconciliationOptions): Promise<void> {
  for (const { conferenceRef, name } of (await telephony.liveConferences()) ?? []) {
    const call = calls.byConferenceName(name);
    if (call === null || !isOver(call.status)) continue;
    log.warn({ callId: call.id }, 'the conference of a call that is over goes on, and is ended');
    database.transaction(() => outbox.send(call.id, { type: 'end-conference', conferenceRef }));
  }
}
