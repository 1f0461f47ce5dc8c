import { maySee, type Viewer } from '../auth/visibility.ts';
import type { CallSession, StartCall } from '../contract/calls.ts';
import type { AgentId, CallId, ClientId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CallLegs } from './call-legs.ts';
import type { CallPublisher } from './call-publisher.ts';
import type { CallRow, CallStore } from './call-store.ts';
import type { DialledCustomer, DialRules } from './dial-rules.ts';
import { type Readiness, requireReady } from './readiness.ts';

interface CallStartOptions {
  readonly database: Database;
  readonly calls: CallStore;
  readonly callLegs: CallLegs;
  readonly publisher: CallPublisher;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly customer: (id: CustomerId) => DialledCustomer | null;
  readonly dialRules: Pick<DialRules, 'permissionFor'>;
  readonly hasConversationSettings: (agentId: AgentId) => boolean;
  /** How many calls may be on at once; null: any number. */
  readonly mostCalls: number | null;
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
 * `outside-calling-hours`, `call-already-open`, `too-many-calls`, `conversation-settings-missing`, `agent-not-reachable`, `agent-on-a-call`.
 */
export function createCallStart(
  options: CallStartOptions,
): (caller: Viewer, request: StartRequest) => CallSession {
  const { database, calls, callLegs, publisher, ids, clock } = options;

  function startCall(caller: Viewer, request: StartRequest): CallSession {
    return database.transaction(() => {
      const customer = requireCustomer(caller, request.customerId);
      requireDialable(customer);
      requireFreeLine();
      requireSettings(caller);
      const call = insertCall(caller, customer, request.mode);
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

  function requireDialable(customer: DialledCustomer): void {
    const permission = options.dialRules.permissionFor(customer);
    if (permission === 'number-blocked') {
      throw new Refusal('do-not-call', 'this number must not be called');
    }
    if (permission === 'outside-calling-hours') {
      throw new Refusal('outside-calling-hours', 'it is outside the calling hours at the customer');
    }
    if (calls.openOfCustomer(customer.id) !== null) {
      throw new Refusal('call-already-open', 'a call to this customer is in progress');
    }
  }

  /** Somebody waits for the answer: the agent decides what to do meanwhile, and no customer is dialled when nobody expects it any more. */
  function requireFreeLine(): void {
    if (options.mostCalls !== null && calls.open().length >= options.mostCalls) {
      throw new Refusal('too-many-calls', 'as many calls are on as the telephone line allows');
    }
  }

  function requireSettings(caller: Viewer): void {
    if (!options.hasConversationSettings(caller.id)) {
      throw new Refusal('conversation-settings-missing', 'the AI does not know yet whom it calls for');
    }
  }

  function insertCall(caller: Viewer, customer: DialledCustomer, mode: CallRow['mode']): CallRow {
    const id: CallId = ids.call();
    calls.insert({
      id,
      mode,
      status: 'initiated',
      customerId: customer.id,
      phoneNumber: customer.phoneNumber,
      ownerId: customer.ownerId,
      startedBy: caller.id,
      conferenceName: ids.random(),
      startedAt: clock.now(),
    });
    const call = calls.find(id);
    if (call === null) throw new Error(`the call ${id} was not stored`);
    return call;
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
