import type { CarrierCommand, CarrierOutcome } from '../telephony/carrier-command.ts';
import type { Telephony } from '../telephony/telephony.ts';
import { attempted } from './attempted.ts';
import type { Parcel, Settling, SettlingOptions } from './outbox-settling.ts';

interface RingDeliveryOptions<Obstacle extends string> extends SettlingOptions<Obstacle> {
  readonly telephony: Pick<Telephony, 'execute' | 'findLeg'>;
}

type Ring = Parcel<Extract<CarrierCommand, { readonly type: 'ring-telephone' }>>;

/**
 * Rings an agent's telephone, and never twice. When nobody knows whether it was done, it is looked up once: a customer waits, so that
 * somebody else is asked rather than the answer awaited. Should it ring after all, the carrier tells, and it is hung up on.
 */
export function createRingDelivery<Obstacle extends string>(
  { telephony, log }: RingDeliveryOptions<Obstacle>,
  { conclude, finish }: Settling<Obstacle>,
): (ring: Ring) => Promise<void> {
  return async (entry) => {
    const outcome = entry.unsureSince === null ? await ask(entry) : await lookUp(entry);
    if (outcome.type === 'unknown') finish(entry, outcome);
    else conclude(entry, outcome);
  };

  async function ask(entry: Ring): Promise<CarrierOutcome> {
    const outcome = await attempted(() => telephony.execute(entry.command), log);
    return outcome.type === 'unknown' ? lookUp(entry) : outcome;
  }

  async function lookUp({ command, callId }: Ring): Promise<CarrierOutcome> {
    const found = await attempted(() => telephony.findLeg(command), log);
    if (found.type === 'rung' || found.type === 'gone') return found;
    log.warn({ callId }, 'nobody knows whether an agent’s telephone rings');
    return { type: 'unknown', detail: 'the carrier does not tell of the call' };
  }
}
