import type { CallId } from '../contract/ids.ts';
import type { CallAlerts } from './call-alerts.ts';
import { type CallEvent, transitionCall } from './call-machine.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallStore } from './call-store.ts';

interface CallProgressOptions {
  readonly calls: CallStore;
  readonly publisher: Pick<CallPublisher, 'updated'>;
  readonly alerts: Pick<CallAlerts, 'waitsInVain' | 'waitsNoMore'>;
}

/** The status of a call that goes on; how it ends is `CallEnding`'s. */
export interface CallProgress {
  /** Moves the status by its machine, in the caller's transaction; tells the consoles when it moved. */
  advance(callId: CallId, event: CallEvent): void;
}

export function createCallProgress({ calls, publisher, alerts }: CallProgressOptions): CallProgress {
  return {
    advance(callId, event) {
      const call = calls.find(callId);
      if (call === null) return;
      const status = transitionCall(call.status, event);
      if (status === call.status) return;
      calls.update(callId, { status });
      if (event.type === 'transfer-failed') alerts.waitsInVain(callId);
      if (event.type === 'human-met-customer') alerts.waitsNoMore(callId);
      publisher.updated(callId);
    },
  };
}
