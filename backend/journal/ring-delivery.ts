import type { CarrierCommand } from '../telephony/carrier-command.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { attempted } from './attempted.ts';
import type { Parcel, Settling, SettlingOptions } from './outbox-settling.ts';

interface RingDeliveryOptions<Obstacle extends string> extends SettlingOptions<Obstacle> {
  readonly telephony: Pick<Telephony, 'execute' | 'findLeg'>;
}

type Ring = Parcel<Extract<CarrierCommand, { readonly type: 'ring-telephone' }>>;

/** So long a customer may wait for an answer before somebody else is asked. */
const patienceMs = 5_000;
const pauseMs = 500;

/**
 * Rings an agent's telephone, and never twice. When nobody knows whether it was done, it is looked up, for a few seconds where the carrier
 * does not answer: a customer waits, so that somebody else is asked then. Should it ring after all, the carrier tells, and it is hung up on.
 */
export function createRingDelivery<Obstacle extends string>(
  { outbox, telephony, clock, log }: RingDeliveryOptions<Obstacle>,
  { conclude, finish, afterPause }: Settling<Obstacle>,
): (ring: Ring) => Promise<void> {
  return async (entry) => {
    if (entry.unsureSince !== null) return lookUp(entry, entry.unsureSince);
    const outcome = await attempted(() => telephony.execute(entry.command), log);
    if (outcome.type === 'unknown') await lookUp(entry, clock.now());
    else conclude(entry, outcome);
  };

  async function lookUp(entry: Ring, unsureSince: Date): Promise<void> {
    const found = await attempted(() => telephony.findLeg(entry.command), log);
    if (found.type === 'rung' || found.type === 'gone') return finish(entry, found);
    const isSilent = found.type === 'unknown' || found.type === 'throttled';
    if (isSilent && clock.now().getTime() - unsureSince.getTime() < patienceMs) {
      outbox.doubt(entry.id, unsureSince, afterPause(pauseMs));
      return;
    }
    log.warn({ callId: entry.callId }, 'nobody knows whether an agent’s telephone rings');
    finish(entry, { type: 'unknown', detail: 'the carrier does not tell of the call' });
  }
}
