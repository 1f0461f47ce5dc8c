import type { Viewer } from '../auth/visibility.ts';
import type { CallSession } from '../contract/calls.ts';
import type {
  BeginTransfer,
  DeclineReason,
  Handoff,
  RequestHandoff,
  TransferOutcome,
} from '../contract/handoffs.ts';
import type { AgentId, CallId, ClientId, OfferId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { HoldCustomer } from './customer-hold.ts';
import type { HandoffRequests } from './handoff-requests.ts';
import type { OfferAnswers } from './offer-answers.ts';
import type { Transfers } from './transfers.ts';

interface HandoffCommandsOptions {
  readonly database: Database;
  readonly requests: Pick<HandoffRequests, 'press' | 'offerTo'>;
  readonly offers: Pick<OfferAnswers, 'accept' | 'decline'>;
  readonly transfers: Transfers;
  readonly hold: HoldCustomer;
  readonly leave: (caller: Viewer, callId: CallId) => void;
  /** The console whose softphone is rung: the one that asks, unless its own is not there. */
  readonly reachableClient: (agentId: AgentId, preferred?: ClientId) => ClientId | null;
}

/** What agents do with a handoff, each in a transaction of its own; refused as by the service that does it. */
export interface HandoffCommands {
  /** The caller takes the call on the softphone of a console of theirs, or has it offered to the colleague they name. */
  request(caller: Viewer, callId: CallId, wanted: RequestHandoff): Handoff;
  accept(caller: Viewer, offerId: OfferId, clientId: ClientId): Handoff;
  decline(caller: Viewer, offerId: OfferId, reason: DeclineReason): void;
  leave(caller: Viewer, callId: CallId): void;
  hold(caller: Viewer, callId: CallId, onHold: boolean): CallSession;
  beginTransfer(caller: Viewer, callId: CallId, wanted: BeginTransfer): Handoff;
  settleTransfer(caller: Viewer, callId: CallId, outcome: TransferOutcome): Handoff;
}

export function createHandoffCommands(options: HandoffCommandsOptions): HandoffCommands {
  const { database, requests, offers, transfers, hold, leave, reachableClient } = options;

  function requireClient(agentId: AgentId, preferred?: ClientId): ClientId {
    const clientId = reachableClient(agentId, preferred);
    if (clientId === null) throw new Refusal('agent-not-reachable', 'your softphone is not connected');
    return clientId;
  }

  return {
    request: (caller, callId, { clientId, toAgentId }) =>
      database.transaction(() =>
        toAgentId === undefined || toAgentId === caller.id
          ? requests.press(caller, callId, requireClient(caller.id, clientId))
          : requests.offerTo(caller, callId, toAgentId),
      ),
    accept: (caller, offerId, clientId) =>
      database.transaction(() => offers.accept(caller, offerId, requireClient(caller.id, clientId))),
    decline(caller, offerId, reason) {
      database.transaction(() => offers.decline(caller, offerId, reason));
    },
    leave(caller, callId) {
      database.transaction(() => leave(caller, callId));
    },
    hold: (caller, callId, onHold) => database.transaction(() => hold(caller, callId, onHold)),
    beginTransfer: (caller, callId, wanted) =>
      database.transaction(() => transfers.begin(caller, callId, wanted)),
    settleTransfer: (caller, callId, outcome) =>
      database.transaction(() => transfers.settle(caller, callId, outcome)),
  };
}
