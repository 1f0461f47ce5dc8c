import type { AgentId } from '../contract/ids.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { CallRow, CallStore, NewCall } from './call-store.ts';
import type { DialledCustomer, DialObstacle, DialRules } from './dial-rules.ts';

/** Why no call can be started. */
export type NewCallObstacle =
  | Exclude<DialObstacle, 'campaign-held'>
  | 'call-already-open'
  | 'line-full'
  | 'spending-cap-reached'
  | 'settings-missing';

interface NewCallsOptions {
  readonly calls: CallStore;
  readonly dialRules: Pick<DialRules, 'permissionFor'>;
  /** What customers are shown when they are called for an agent; null: the account's own number. */
  readonly callerNumberOf: (agentId: AgentId) => string | null;
  readonly hasConversationSettings: (agentId: AgentId) => boolean;
  /** Whether as much was spent today as may be. */
  readonly isCapReached: () => boolean;
  /** How many calls may be on at once; null: any number. */
  readonly mostCalls: number | null;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What every call to a customer begins with, whoever starts it. To be used in one transaction. */
export interface NewCalls {
  /** Checked at the moment of dialling; null where nothing is in the way. `speaker`: in whose name the customer is called. */
  obstacleTo(customer: DialledCustomer, speaker: AgentId): NewCallObstacle | null;
  add(
    customer: DialledCustomer,
    speaker: AgentId,
    call: Pick<NewCall, 'mode' | 'startedBy' | 'speaksFor' | 'campaignId'>,
  ): CallRow;
  /** How many further calls the telephone line takes. */
  freeLines(): number;
}

export function createNewCalls(options: NewCallsOptions): NewCalls {
  const { calls, dialRules, mostCalls, ids, clock } = options;

  /** Campaigns never have two calls to a number, and nobody dials one that a campaign is calling. */
  function isInCall({ id, phoneNumber }: DialledCustomer): boolean {
    if (calls.openOfCustomer(id) !== null) return true;
    return calls.openWithNumber(phoneNumber).some(({ campaignId }) => campaignId !== null);
  }

  /** Whoever starts a call waits for the answer, and no customer is dialled when nobody expects it any more. */
  function freeLines(): number {
    return mostCalls === null ? Number.POSITIVE_INFINITY : Math.max(0, mostCalls - calls.open().length);
  }

  return {
    obstacleTo(customer, speaker) {
      const permission = dialRules.permissionFor(customer);
      if (permission !== 'permitted') return permission;
      if (isInCall(customer)) return 'call-already-open';
      if (freeLines() === 0) return 'line-full';
      if (options.isCapReached()) return 'spending-cap-reached';
      return options.hasConversationSettings(speaker) ? null : 'settings-missing';
    },
    add(customer, speaker, call) {
      const id = ids.call();
      calls.insert({
        ...call,
        id,
        status: 'initiated',
        customerId: customer.id,
        phoneNumber: customer.phoneNumber,
        callerNumber: options.callerNumberOf(speaker),
        ownerId: customer.ownerId,
        conferenceName: ids.random(),
        startedAt: clock.now(),
      });
      const row = calls.find(id);
      if (row === null) throw new Error(`the call ${id} was not stored`);
      return row;
    },
    freeLines,
  };
}
