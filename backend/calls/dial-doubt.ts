import type { CallId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallStore } from './call-store.ts';

interface DialDoubtOptions {
  readonly calls: CallStore;
  readonly publisher: Pick<CallPublisher, 'updated'>;
  readonly clock: Clock;
}

/** Whether the carrier took the order to dial a customer. While nobody knows, the call stays as it is, and the customer is not dialled again. */
export interface DialDoubt {
  begin(callId: CallId): void;
  /** The carrier has told of the leg, or of there being none. */
  settle(callId: CallId): void;
}

export function createDialDoubt({ calls, publisher, clock }: DialDoubtOptions): DialDoubt {
  return {
    begin(callId) {
      calls.update(callId, { submissionUnknownSince: clock.now() });
      publisher.updated(callId);
    },
    settle(callId) {
      const call = calls.find(callId);
      if (call === null || call.submissionUnknownSince === null) return;
      calls.update(callId, { submissionUnknownSince: null });
      publisher.updated(callId);
    },
  };
}
