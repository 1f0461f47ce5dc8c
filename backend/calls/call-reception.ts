import type { AgentId, CustomerId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CarrierEvents, ReceivedCall } from '../telephony/carrier-events.ts';
import type { Arrivals } from './arrivals.ts';
import type { CallLegs } from './call-legs.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';

interface CallerCustomer {
  readonly id: CustomerId;
  readonly ownerId: AgentId | null;
}

export interface CallReceptionOptions {
  readonly calls: CallStore;
  readonly callLegs: CallLegs;
  readonly arrivals: Pick<Arrivals, 'watch'>;
  readonly publisher: CallPublisher;
  readonly callers: {
    readonly find: (customerId: CustomerId) => CallerCustomer | null;
    readonly withNumber: (phoneNumber: string) => readonly CallerCustomer[];
    readonly welcome: (phoneNumber: string | null) => CallerCustomer;
  };
  /** Those who have said who is calling when the AI calls for them, in the order in which their accounts were made. */
  readonly speakers: () => readonly AgentId[];
  readonly ids: Ids;
  readonly clock: Clock;
}

/** A call that comes to our number: matched by it to a customer and to their last call, else to a customer of its own (decision 27). */
export function createCallReception(options: CallReceptionOptions): Pick<CarrierEvents, 'callReceived'> {
  const { calls, callLegs, arrivals, publisher, callers, ids, clock } = options;

  function matched({ phoneNumber }: ReceivedCall): Match {
    if (phoneNumber === null) return { known: null, previous: null };
    const lastWithNumber = calls.lastWithNumber(phoneNumber);
    const having = callers.withNumber(phoneNumber);
    const calledLast = having.find(({ id }) => id === lastWithNumber?.customerId);
    const known =
      calledLast ?? having[0] ?? (lastWithNumber && callers.find(lastWithNumber.customerId)) ?? null;
    return { known, previous: lastWithNumber ?? lastOf(known) };
  }

  /** Who rings from a further number may have been called under another one. */
  function lastOf(customer: CallerCustomer | null): CallRow | null {
    return customer === null ? null : (calls.lastOfCustomers([customer.id])[0] ?? null);
  }

  /** The AI speaks as it did when it called them, else as for whoever is there longest. */
  function speakerFor({ known, previous }: Match): AgentId | null {
    const speakers = options.speakers();
    const wanted = [known?.ownerId, previous?.startedBy, previous?.speaksFor];
    return wanted.find((id) => id != null && speakers.includes(id)) ?? speakers[0] ?? null;
  }

  function insertCall(
    { phoneNumber }: ReceivedCall,
    { known, previous }: Match,
    speaksFor: AgentId,
  ): CallRow {
    const customer = known ?? callers.welcome(phoneNumber);
    const id = ids.call();
    calls.insert({
      id,
      mode: 'ai',
      direction: 'inbound',
      status: 'ringing',
      customerId: customer.id,
      phoneNumber: phoneNumber ?? '',
      ownerId: customer.ownerId,
      startedBy: null,
      speaksFor,
      previousCallId: previous?.id ?? null,
      conferenceName: ids.random(),
      startedAt: clock.now(),
    });
    const call = calls.find(id);
    if (call === null) throw new Error(`the call ${id} was not stored`);
    return call;
  }

  return {
    /** The AI is sent for before the caller is in the conference, so that they do not wait for its greeting. */
    callReceived(received) {
      const match = matched(received);
      const speaksFor = speakerFor(match);
      if (speaksFor === null) return { type: 'nobody-to-speak-for' };
      const call = insertCall(received, match, speaksFor);
      const leg = callLegs.receiveCustomer(call, received.legRef);
      callLegs.addAi(call);
      arrivals.watch(call.id);
      publisher.started(call.id);
      return { type: 'received', leg };
    },
  };
}

interface Match {
  /** Null for a stranger. */
  readonly known: CallerCustomer | null;
  readonly previous: CallRow | null;
}
