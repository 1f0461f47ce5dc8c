import type { AgentId, CallId, CampaignId, CustomerId } from '../contract/ids.ts';
import type { ResultReason } from '../contract/vocabulary.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CallStore } from './call-store.ts';

/** Why a customer must not be dialled now. */
export const dialObstacles = [
  'number-blocked',
  'outside-calling-hours',
  'campaign-held',
] as const satisfies readonly ResultReason[];
export type DialObstacle = (typeof dialObstacles)[number];

/** Whether a call ended without being dialled, because of us: it says nothing of the customer, and counts nowhere. */
export function wasHeldBack({ resultReason }: { readonly resultReason: ResultReason | null }): boolean {
  return dialObstacles.some((obstacle) => obstacle === resultReason);
}

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
  /** Whether the campaign was paused or stopped. */
  readonly isHeld: (campaignId: CampaignId) => boolean;
  readonly clock: Clock;
}

/** Whether somebody may be dialled at this moment. */
export interface DialRules {
  permissionFor(
    customer: Pick<DialledCustomer, 'phoneNumber' | 'timeZone'>,
  ): Exclude<DialPermission, 'campaign-held'>;
  /** The same for the customer of a call that was started, under the number it was started with. */
  permissionForCall(callId: CallId): DialPermission;
}

export function createDialRules(options: DialRulesOptions): DialRules {
  const { calls, customer, isBlocked, mayCallAt, clock } = options;

  function permissionFor({
    phoneNumber,
    timeZone,
  }: Pick<DialledCustomer, 'phoneNumber' | 'timeZone'>): Exclude<DialPermission, 'campaign-held'> {
    if (isBlocked(phoneNumber)) return 'number-blocked';
    return mayCallAt(clock.now(), timeZone) ? 'permitted' : 'outside-calling-hours';
  }

  return {
    permissionFor,
    permissionForCall(callId) {
      const call = calls.find(callId);
      const dialled = call === null ? null : customer(call.customerId);
      if (call === null || dialled === null) throw new Error(`there is nobody to dial for call ${callId}`);
      if (call.campaignId !== null && options.isHeld(call.campaignId)) return 'campaign-held';
      return permissionFor({ phoneNumber: call.phoneNumber, timeZone: dialled.timeZone });
    },
  };
}
