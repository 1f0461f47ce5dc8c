import type { LegId } from '../contract/ids.ts';
import {
  type CarrierCommand,
  type CarrierOutcome,
  carrierCommandSchema,
} from '../telephony/carrier-command.ts';
import { attempted } from './attempted.ts';
import { createDialDelivery, type DialDeliveryOptions } from './dial-delivery.ts';
import { createSettling } from './outbox-settling.ts';
import type { OutboxEntry } from './outbox-store.ts';
import { createRingDelivery } from './ring-delivery.ts';

export interface DeliveryOptions<Obstacle extends string> extends DialDeliveryOptions<Obstacle> {
  /** Whether a leg is not wanted any more. */
  readonly isGivenUp: (legId: LegId) => boolean;
}

type Joining = Extract<CarrierCommand, { readonly type: 'add-ai' | 'ring-softphone' | 'ring-telephone' }>;

/**
 * Brings one command to the carrier and stores what became of it. Most are safe to repeat, because a leg's label is unique in its
 * conference (Twilio error 16025). What rings a telephone is not, the customer's or an agent's own: it is looked up. Nor is an
 * announcement: it is not repeated where nobody knows whether it was heard. Never rejects.
 */
export function createDelivery<Obstacle extends string>(
  options: DeliveryOptions<Obstacle>,
): (entry: OutboxEntry) => Promise<void> {
  const { outbox, telephony, log } = options;
  const settling = createSettling(options);
  const dial = createDialDelivery(options, settling);
  const ring = createRingDelivery(options, settling);

  /** Nobody is brought who is not wanted any more; whoever was brought all the same has to be known, to be hung up on. */
  async function madeBefore(command: Joining): Promise<CarrierOutcome> {
    const found = await telephony.findLeg(command);
    return found.type === 'not-done' ? { type: 'gone' } : found;
  }

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
      else if (isJoining(command) && entry.unsureSince === null && options.isGivenUp(command.legId))
        settling.conclude({ ...entry, command }, await attempted(() => madeBefore(command), log));
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

function isJoining(command: CarrierCommand): command is Joining {
  return 'label' in command && command.type !== 'dial-customer';
}
