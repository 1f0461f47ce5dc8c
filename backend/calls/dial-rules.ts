import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import type { ResultReason } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CallStore } from './call-store.ts';

/** Why a customer must not be dialled now. */
export type DialObstacle = Extract<ResultReason, 'number-blocked' | 'outside-calling-hours'>;

export type DialPermission = 'permitted' | DialObstacle;

/** What the rules of dialling need to know of a customer. */
export interface DialledCustomer {
  readonly id: CustomerId;
  readonly phoneNumber: string;
  readonly ownerId: AgentId | null;
  readonly timeZone: string;
}

interface DialRulesOptions {
  readonly calls: Pick<CallStore, 'find'>;
  readonly customer: (id: CustomerId) => DialledCustomer | null;
  readonly isBlocked: (phoneNumber: string) => boolean;
  readonly mayCallAt: (now: Date, timeZone: string) => boolean;
  readonly clock: Clock;
}

/** Whether somebody may be dialled at this moment. */
export interface DialRules {
  permissionFor(customer: Pick<DialledCustomer, 'phoneNumber' | 'timeZone'>): DialPermission;
  /** The same for the customer of a call that was started, under the number it was started with. */
  permissionForCall(callId: CallId): DialPermission;
}

export function createDialRules(options: DialRulesOptions): DialRules {
  const { calls, customer, isBlocked, mayCallAt, clock } = options;

  function permissionFor({
    phoneNumber,
    timeZone,
  }: Pick<DialledCustomer, 'phoneNumber' | 'timeZone'>): DialPermission {
    if (isBlocked(phoneNumber)) return 'number-blocked';
    return mayCallAt(clock.now(), timeZone) ? 'permitted' : 'outside-calling-hours';
  }

  return {
    permissionFor,
    permissionForCall(callId) {
      const call = calls.find(callId);
      const dialled = call === null ? null : customer(call.customerId);
      if (call === null || dialled === null) throw new Error(`there is nobody to dial for call ${callId}`);
      return permissionFor({ phoneNumber: call.phoneNumber, timeZone: dialled.timeZone });
    },
  };
}
