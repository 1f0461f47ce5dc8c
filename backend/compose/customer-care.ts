import type { CallRow } from '../calls/call-store.ts';
import type { CustomerName } from '../calls/call-view.ts';
import type { CarrierConfig } from '../config/config.ts';
import type { AgentId, CustomerId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import { createAfterCall, type FinishedCall } from '../customers/after-call.ts';
import { createAuditStore } from '../customers/audit-store.ts';
import { createBlockService } from '../customers/block-service.ts';
import { type CustomerCalls, createCustomerService } from '../customers/customer-service.ts';
import { createCustomerStore } from '../customers/customer-store.ts';
import { createDoNotCallStore } from '../customers/do-not-call-store.ts';
import { createReminderStore } from '../customers/reminder-store.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { customerPhoneNumber } from '../simulator/personas/numbers.ts';
import type { Stores } from './stores.ts';

interface CustomerCareOptions {
  readonly database: Database;
  readonly stores: Stores;
  readonly carrier: CarrierConfig;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type CustomerCare = ReturnType<typeof createCustomerCare>;

/** Customers, and what each call means for them. */
export function createCustomerCare({ database, stores, carrier, clock, ids }: CustomerCareOptions) {
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

  const blocks = createBlockService({
    database,
    customers,
    customerService,
    doNotCall,
    audit,
    nameOfAgent: stores.agents.nameOf,
    liftableBy: (phoneNumber) => liftableBy(phoneNumber, carrier),
  });

  return {
    customers,
    doNotCall,
    customerService,
    blocks,
    nameOf(id: CustomerId): CustomerName {
      const { company, person, department } = customers.find(id) ?? nobody;
      return { company, person, department };
    },
    staysBlocked: ({ phoneNumber, id }: CallRow): boolean => doNotCall.isBlockedBeyond(phoneNumber, id),
    /** The result stands, by whoever decided it; `recordedBy` is null when nobody did. */
    resultStands(call: CallRow, recordedBy: AgentId | null): void {
      const { endedAt, result, resultReason: reason } = call;
      if (result === null || reason === null) return;
      const outcome = outcomeOf(call, recordedBy, { result, reason });
      if (endedAt !== null) afterCall.finished({ ...outcome, endedAt });
      else if (result === 'rejected') afterCall.refused(outcome, clock.now());
    },
  };
}

function outcomeOf(
  { id: callId, customerId, phoneNumber, ownerId, nextAction, note }: CallRow,
  recordedBy: AgentId | null,
  outcome: Pick<FinishedCall, 'result' | 'reason'>,
): Omit<FinishedCall, 'endedAt'> {
  return { callId, customerId, phoneNumber, ownerId, recordedBy, ...outcome, nextAction, note };
}

/** docs/decisions/0014-who-plays-the-customer-may-lift-its-block.md */
function liftableBy(phoneNumber: string, carrier: CarrierConfig): Role {
  return carrier.type === 'simulated' && phoneNumber === customerPhoneNumber ? 'agent' : 'admin';
}

const nobody: CustomerName = { company: '', person: null, department: null };
