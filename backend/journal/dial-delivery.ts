import type { CallId } from '../contract/ids.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { attempted } from './attempted.ts';
import type { Parcel, Settling, SettlingOptions } from './outbox-settling.ts';

export interface DialDeliveryOptions<Obstacle extends string> extends SettlingOptions<Obstacle> {
  readonly telephony: Pick<Telephony, 'execute' | 'findLeg'>;
  /** Whether the carrier has told of the customer's leg by itself. */
  readonly isDialled: (callId: CallId) => boolean;
  /** Asked whenever a customer is about to be dialled, because much may have changed since the call was started. */
  readonly dialPermission: (callId: CallId) => 'permitted' | Obstacle;
  /** Runs in the transaction from which on nobody knows whether the customer was dialled. */
  readonly onDoubt: (callId: CallId) => void;
}

type Dial = Parcel<Extract<CarrierCommand, { readonly type: 'dial-customer' }>>;

const firstLookUpMs = 500;
const longestPauseMs = 8_000;
/** A request that broke off may still be on its way, or in the carrier's queue: only after so long is it believed that there is no leg. */
const settlingMs = 15_000;

/**
 * Dials a customer, and never twice: when nobody knows whether it was done, it is looked up until the carrier has told, by itself or when
 * it is asked (twilio-facts 11, row 6).
 */
export function createDialDelivery<Obstacle extends string>(
  options: DialDeliveryOptions<Obstacle>,
  { conclude, finish, afterPause }: Settling<Obstacle>,
): (dial: Dial) => Promise<void> {
  const { database, outbox, telephony, clock, log } = options;

  async function dial(entry: Dial): Promise<void> {
    if (entry.unsureSince !== null) return lookUp(entry, entry.unsureSince);
    const permission = options.dialPermission(entry.callId);
    if (permission !== 'permitted') {
      log.info({ callId: entry.callId, reason: permission }, 'a customer is not dialled after all');
      return finish(entry, { type: 'not-dialled', reason: permission });
    }
    const outcome = await attempted(() => telephony.execute(entry.command), log);
    if (outcome.type !== 'unknown') return conclude(entry, outcome);
    if (options.isDialled(entry.callId)) return finish(entry, { type: 'done' });
    doubt(entry, outcome.detail);
  }

  function doubt({ id, callId }: Dial, detail: string): void {
    log.warn({ callId, detail }, 'nobody knows whether a customer was dialled');
    database.transaction(() => {
      outbox.doubt(id, clock.now(), afterPause(firstLookUpMs));
      options.onDoubt(callId);
    });
  }

  async function lookUp(entry: Dial, unsureSince: Date): Promise<void> {
    const found = await attempted(() => telephony.findLeg(entry.command), log);
    if (options.isDialled(entry.callId)) return finish(entry, { type: 'done' });
    const age = clock.now().getTime() - unsureSince.getTime();
    switch (found.type) {
      case 'done':
      case 'rung':
      case 'gone':
      case 'refused':
        return finish(entry, found);
      case 'not-done':
        if (age < settlingMs) break;
        return finish(entry, { type: 'unknown', detail: 'the carrier knows nothing of it' });
      case 'throttled':
      case 'unknown':
    }
    const asked = found.type === 'throttled' ? found.retryAfterMs : null;
    const doubling = Math.min(Math.max(age, firstLookUpMs), longestPauseMs);
    outbox.postpone(entry.id, afterPause(asked ?? doubling));
  }

  return dial;
}
