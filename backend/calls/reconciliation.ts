import type { CallId } from '../contract/ids.ts';
import type { Outbox } from '../journal/outbox-store.ts';
import type { Log } from '../kernel/log.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { Arrivals } from './arrivals.ts';
import { isOver } from './call-machine.ts';
import type { CallRow } from './call-store.ts';
import { type ComparisonOptions, compareCall } from './compare-call.ts';

interface ReconciliationOptions extends ComparisonOptions {
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

/**
 * At the start and every minute: what the database believes of each call that is open, or was lately, is compared with the carrier,
 * because a webhook is lost when nobody listened for long enough, and a command may fail for good (`compare-call.ts`). What goes on at the
 * carrier of a call that is over is ended.
 */
export function startReconciliation(options: ReconciliationOptions): Reconciliation {
  const { calls, clock, log } = options;
  const looks = new Set<Promise<void>>();
  let stopped = false;
  let nap: NodeJS.Timeout | undefined;

  async function reconcileAll(): Promise<void> {
    try {
      for (const call of calls.openOrEndedSince(new Date(clock.now().getTime() - afterEndMs))) {
        if (!stopped) await attempt(call);
      }
      if (!stopped) await endStrays(options);
    } catch (error) {
      log.error({ error }, 'calls could not be compared with the carrier');
    }
    if (!stopped) nap = setTimeout(again, pauseMs / options.speed);
  }

  /** One call that cannot be compared must not keep all others from it. */
  async function attempt(call: CallRow): Promise<void> {
    try {
      await compareCall(call, options);
    } catch (error) {
      log.error({ error, callId: call.id }, 'a call could not be compared with the carrier');
    }
  }

  async function look(callId: CallId): Promise<void> {
    const call = calls.find(callId);
    if (call === null || isOver(call.status)) return;
    await attempt(call);
    if (!stopped) options.database.transaction(() => options.arrivals.watch(callId));
  }

  function again(): void {
    pass = reconcileAll();
  }

  let pass = reconcileAll();
  return {
    lookAt(callId) {
      const work = look(callId).finally(() => looks.delete(work));
      looks.add(work);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(nap);
      await Promise.all([pass, ...looks]);
    },
  };
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
