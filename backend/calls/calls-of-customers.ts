import type { CustomerId } from '../contract/ids.ts';
import type { CustomerCalls } from '../customers/customer-service.ts';
import type { CallStore } from './call-store.ts';

/** What the customers' list shows of their calls; without those who were never called. */
export function callsOfCustomers(
  calls: Pick<CallStore, 'openOfCustomers' | 'lastOfCustomers'>,
  customerIds: readonly CustomerId[],
): ReadonlyMap<CustomerId, CustomerCalls> {
  const open = new Map(calls.openOfCustomers(customerIds).map((call) => [call.customerId, call.id]));
  return new Map(
    calls
      .lastOfCustomers(customerIds)
      .map(({ customerId, startedAt, result }) => [
        customerId,
        { activeCallId: open.get(customerId) ?? null, lastCall: { at: startedAt, result } },
      ]),
  );
}
