import type { CallRow } from '../calls/call-store.ts';
import type { CustomerName } from '../calls/call-view.ts';
import { callsOfCustomers } from '../calls/calls-of-customers.ts';
import { createDialRules } from '../calls/dial-rules.ts';
import type { Config } from '../config/config.ts';
import type { CustomerId } from '../contract/ids.ts';
import { createAfterCall } from '../customers/after-call.ts';
import { createAuditStore } from '../customers/audit-store.ts';
import { createBlockService } from '../customers/block-service.ts';
import { createCallers } from '../customers/callers.ts';
import { mayCallAt } from '../customers/calling-hours.ts';
import { createCustomerListStore } from '../customers/customer-list-store.ts';
import { createCustomerPartsStore } from '../customers/customer-parts-store.ts';
import { createCustomerService } from '../customers/customer-service.ts';
import { createCustomerStore } from '../customers/customer-store.ts';
import { createDoNotCallStore } from '../customers/do-not-call-store.ts';
import { createSameCustomerStore } from '../customers/import/same-customer-store.ts';
import { createReminderListStore } from '../customers/reminder-list-store.ts';
import { createReminderService } from '../customers/reminder-service.ts';
import { createReminderStore } from '../customers/reminder-store.ts';
import { createResultDrafted, createResultStands } from '../customers/standing-result.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { customerPhoneNumber } from '../simulator/personas/numbers.ts';
import type { Stores } from './stores.ts';

interface CustomerCareOptions {
  readonly database: Database;
  readonly stores: Stores;
  readonly config: Pick<Config, 'carrier' | 'calls' | 'defaultTimeZone'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type CustomerCare = ReturnType<typeof createCustomerCare>;

/** Customers, and what each call means for them. */
export function createCustomerCare({ database, stores, config, clock, ids }: CustomerCareOptions) {
  const { carrier } = config;
  const customers = createCustomerStore(database);
  const doNotCall = createDoNotCallStore(database, clock);
  const reminders = createReminderStore({ database, timers: stores.timers, ids, clock });
  const audit = createAuditStore(database, clock);
  const nameOfAgent = stores.agents.nameOf;
  const parts = createCustomerPartsStore(database);
  const callsOf = (customerIds: readonly CustomerId[]) => callsOfCustomers(stores.calls, customerIds);
  const customerService = createCustomerService({
    customers,
    list: createCustomerListStore(database),
    parts,
    reminders,
    events: stores.events,
    nameOfAgent,
    callsOf,
    clock,
  });
  const reminderService = createReminderService({
    database,
    reminders,
    list: createReminderListStore(database),
    customerService,
    events: stores.events,
    audit,
    nameOfAgent,
    callsOf,
    clock,
  });
  const afterCall = createAfterCall({ database, customers, customerService, doNotCall, reminders, audit });
  const resultStands = createResultStands(afterCall, clock);
  const blocks = createBlockService({
    database,
    customers,
    customerService,
    doNotCall,
    audit,
    nameOfAgent,
    isPlayed: (phoneNumber) => carrier.type === 'simulated' && phoneNumber === customerPhoneNumber,
  });
  return {
    customers,
    parts,
    doNotCall,
    reminders,
    reminderService,
    audit,
    customerService,
    blocks,
    callers: createCallers({
      customers,
      sameCustomers: createSameCustomerStore(database),
      customerService,
      audit,
      ids,
      clock,
      defaultTimeZone: config.defaultTimeZone,
    }),
    nameOf(id: CustomerId): CustomerName {
      const { company, person, department } = customers.find(id) ?? nobody;
      return { company, person, department };
    },
    tagsOf: (id: CustomerId) => parts.of([id]).get(id)?.tags ?? [],
    staysBlocked: ({ phoneNumber, id }: CallRow): boolean => doNotCall.isBlockedBeyond(phoneNumber, id),
    resultStands,
    resultDrafted: createResultDrafted(resultStands, customerService.publish),
    dialRules: createDialRules({
      calls: stores.calls,
      isHeld: (campaignId) => stores.campaigns.find(campaignId)?.state !== 'running',
      customer: customers.find,
      isBlocked: doNotCall.isBlocked,
      mayCallAt: (now, timeZone) => mayCallAt(config.calls.callingHours, timeZone, now),
      clock,
    }),
  };
}

const nobody: CustomerName = { company: '', person: null, department: null };
