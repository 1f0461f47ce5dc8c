import type { Viewer } from '../auth/visibility.ts';
import type { CallLegs } from '../calls/call-legs.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { CallSession } from '../contract/calls.ts';
import type { CallId } from '../contract/ids.ts';
import type { HandoffStore } from './handoff-store.ts';
import { requireNoTransfer, requireTalking } from './talking-agent.ts';

interface CustomerHoldOptions {
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly callLegs: Pick<CallLegs, 'holdCustomer'>;
  readonly handoffs: Pick<HandoffStore, 'openOfCall'>;
  readonly publisher: CallPublisher;
}

/**
 * The customer with whom the caller talks hears hold audio, and nobody hears them, until they are taken back (decision 18). Refuses with
 * `call-over`, `not-allowed` to whoever does not talk with them, and `handoff-in-progress`.
 */
export type HoldCustomer = (caller: Viewer, callId: CallId, onHold: boolean) => CallSession;

export function createCustomerHold(options: CustomerHoldOptions): HoldCustomer {
  const { callLegs, handoffs, publisher } = options;
  return (caller, callId, onHold) => {
    requireTalking(options, caller, callId);
    requireNoTransfer(handoffs.openOfCall(callId));
    callLegs.holdCustomer(callId, onHold);
    publisher.updated(callId);
    return publisher.view(callId);
  };
}
