import type { CallRow } from '../calls/call-store.ts';
import type { CustomerName } from '../calls/call-view.ts';
import type { AgentId, CustomerId } from '../contract/ids.ts';
import { createAfterCall } from '../customers/after-call.ts';
import { createAuditStore } from '../customers/audit-store.ts';
import { type CustomerCalls, createCustomerService } from '../customers/customer-service.ts';
import { createCustomerStore } from '../customers/customer-store.ts';
import { createDoNotCallStore } from '../customers/do-not-call-store.ts';
import { createReminderStore } from '../customers/reminder-store.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Stores } from './stores.ts';

interface CustomerCareOptions {
  readonly database: Database;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Customers, and what each call means for them. */
export function createCustomerCare({ database, stores, clock, ids }: CustomerCareOptions) {
  const customers = createCustomerStore(database);
  const doNotCall = createDoNotCallStore(database, clock);
  const reminders = createReminderStore({ database, ids, clock });
  const audit = createAuditStore(database, clock);

  function callsOf(customerIds: readonly CustomerId[]): ReadonlyMap<CustomerId, CustomerCalls> {
    const open = new Map(stores.calls.openOfCustomers(customerIds).map((call) => [call.customerId, call.id]));
    const last = stores.calls.lastOfCustomers(customerIds);
    return new Map(
      last.map((call) => [
        call.customerId,
        {
          activeCallId: open.get(call.customerId) ?? null,
          lastCall: { at: call.startedAt, result: call.result },
        },
      ]),
    );
  }

  const customerService = createCustomerService({
    customers,
    reminders,
    events: stores.events,
    nameOfAgent: stores.agents.nameOf,
    callsOf,
  });
  const afterCall = createAfterCall({ database, customers, customerService, doNotCall, reminders, audit });

  return {
    customers,
    doNotCall,
    customerService,
    nameOf(id: CustomerId): CustomerName {
      const { company, person, department } = customers.find(id) ?? nobody;
      return { company, person, department };
    },
    /** The result stands, by whoever decided it; `recordedBy` is null when nobody did. */
    callFinished(call: CallRow, recordedBy: AgentId | null): void {
      const {
        id: callId,
        customerId,
        phoneNumber,
        ownerId,
        result,
        resultReason: reason,
        nextAction,
        note,
      } = call;
      if (result === null || reason === null || call.endedAt === null) return;
      const { endedAt } = call;
      afterCall({
        callId,
        customerId,
        phoneNumber,
        ownerId,
        recordedBy,
        result,
        reason,
        nextAction,
        note,
        endedAt,
      });
    },
  };
}

const nobody: CustomerName = { company: '', person: null, department: null };
