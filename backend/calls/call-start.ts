import { maySee, type Viewer } from '../auth/visibility.ts';
import type { CallSession, StartCall } from '../contract/calls.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { AgentId, ClientId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CallLegs } from './call-legs.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow } from './call-store.ts';
import type { DialledCustomer } from './dial-rules.ts';
import type { NewCallObstacle, NewCalls } from './new-calls.ts';
import { type Readiness, requireReady } from './readiness.ts';

interface CallStartOptions {
  readonly database: Database;
  readonly newCalls: NewCalls;
  readonly callLegs: CallLegs;
  readonly publisher: CallPublisher;
  readonly ids: Pick<Ids, 'leg'>;
  readonly customer: (id: CustomerId) => DialledCustomer | null;
  readonly readiness: (agentId: AgentId) => Readiness;
  /** The console whose softphone is rung: the one that asks, unless its own is not there. */
  readonly reachableClient: (agentId: AgentId, preferred?: ClientId) => ClientId | null;
  readonly engage: (agentId: AgentId) => void;
}

export interface StartRequest {
  readonly customerId: CustomerId;
  readonly mode: NonNullable<StartCall['mode']>;
  readonly clientId: ClientId | null;
}

export type StartCallVerb = (caller: Viewer, request: StartRequest) => CallSession;

/**
 * Starts a call, having checked everything at the moment of dialling. Refuses with `not-found`, `do-not-call`,
 * `outside-calling-hours`, `call-already-open`, `too-many-calls`, `spending-cap-reached`, `conversation-settings-missing`, `agent-not-reachable`, `agent-on-a-call`.
 */
export function createCallStart(options: CallStartOptions): StartCallVerb {
  const { database, newCalls, callLegs, publisher, ids } = options;

  function startCall(caller: Viewer, request: StartRequest): CallSession {
    return database.transaction(() => {
      const customer = requireCustomer(caller, request.customerId);
      const obstacle = newCalls.obstacleTo(customer, caller.id);
      if (obstacle !== null) throw refusalFor(obstacle);
      const call = newCalls.add(customer, caller.id, { mode: request.mode, startedBy: caller.id });
      publisher.started(call.id);
      bringIn(call, caller, request);
      return publisher.view(call.id);
    });
  }

  function requireCustomer(caller: Viewer, customerId: CustomerId): DialledCustomer {
    const customer = options.customer(customerId);
    const audience = customer === null || customer.ownerId === null ? null : [customer.ownerId];
    if (customer === null || !maySee(caller, audience))
      throw new Refusal('not-found', 'there is no such customer');
    return customer;
  }

  /** Dialled by hand, the agent comes first, so that the customer never answers into silence. */
  function bringIn(call: CallRow, caller: Viewer, { mode, clientId }: StartRequest): void {
    if (mode === 'ai') {
      callLegs.dialCustomer(call);
      return;
    }
    const ringing = options.reachableClient(caller.id, clientId ?? undefined);
    const readiness = options.readiness(caller.id);
    requireReady(ringing === null && readiness === 'ready' ? 'not-reachable' : readiness);
    if (ringing === null) return;
    callLegs.ringSoftphone(call, {
      legId: ids.leg(),
      agentId: caller.id,
      clientId: ringing,
      handoffId: null,
      muted: false,
    });
    options.engage(caller.id);
  }

  return startCall;
}

const refusals = {
  'number-blocked': ['do-not-call', 'this number must not be called'],
  'outside-calling-hours': ['outside-calling-hours', 'it is outside the calling hours at the customer'],
  'call-already-open': ['call-already-open', 'a call to this customer is in progress'],
  'line-full': ['too-many-calls', 'as many calls are on as the telephone line allows'],
  'spending-cap-reached': ['spending-cap-reached', 'as much was spent on calls today as the team allows'],
  'settings-missing': ['conversation-settings-missing', 'the AI does not know yet whom it calls for'],
} as const satisfies Record<NewCallObstacle, readonly [ErrorCode, string]>;

function refusalFor(obstacle: NewCallObstacle): Refusal {
  const [code, message] = refusals[obstacle];
  return new Refusal(code, message);
}
