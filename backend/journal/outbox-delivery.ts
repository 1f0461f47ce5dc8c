import { carrierCommandSchema } from '../telephony/carrier-command.ts';
import { attempted } from './attempted.ts';
import { createDialDelivery, type DialDeliveryOptions } from './dial-delivery.ts';
import { createSettling } from './outbox-settling.ts';
import type { OutboxEntry } from './outbox-store.ts';
import { createRingDelivery } from './ring-delivery.ts';

export type DeliveryOptions<Obstacle extends string> = DialDeliveryOptions<Obstacle>;

/**
 * Brings one command to the carrier and stores what became of it. All are safe to repeat, because a leg's label is unique in its
 * conference (Twilio error 16025), but for what rings a telephone: the customer's, or an agent's own. Never rejects.
 */
export function createDelivery<Obstacle extends string>(
  options: DeliveryOptions<Obstacle>,
): (entry: OutboxEntry) => Promise<void> {
  const { outbox, telephony, log } = options;
  const settling = createSettling(options);
  const dial = createDialDelivery(options, settling);
  const ring = createRingDelivery(options, settling);

  return async (entry) => {
    const { data: command, error } = carrierCommandSchema.safeParse(entry.command);
    if (command === undefined) {
      log.error({ error, callId: entry.callId }, 'a stored carrier command cannot be read and is left out');
      outbox.markNotDone(entry.id);
      return;
    }
    outbox.markSent(entry.id);
    try {
      if (command.type === 'dial-customer') await dial({ ...entry, command });
      else if (command.type === 'ring-telephone') await ring({ ...entry, command });
      else {
        const outcome = await attempted(() => telephony.execute(command, entry.attempts > 0), log);
        settling.conclude({ ...entry, command }, outcome);
      }
    } catch (error) {
      // A defect of ours must not keep the call's other commands waiting: above all not its end.
      log.error({ error, command: command.type }, 'the outcome of a carrier command could not be taken in');
      outbox.markNotDone(entry.id);
    }
  };
}
