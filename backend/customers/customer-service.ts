import { audienceOf, maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type { Customer, CustomerPage, CustomerStatus } from '../contract/customers.ts';
import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import type { CallResult } from '../contract/vocabulary.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import { Refusal } from '../kernel/errors.ts';
import type { CustomerRow, CustomerStore } from './customer-store.ts';
import type { ReminderStore } from './reminder-store.ts';

/** What the domain of calls, which is above this one, knows of a customer. */
export interface CustomerCalls {
  readonly activeCallId: CallId | null;
  readonly lastCall: { readonly at: Date; readonly result: CallResult | null } | null;
}

export interface CustomerQuery {
  readonly search?: string | undefined;
  readonly status?: CustomerStatus | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface CustomerService {
  /** The customers that the viewer may see. */
  page(viewer: Viewer, query: CustomerQuery): CustomerPage;
  /** Throws `not-found` for a customer who is not there, and for one whom the viewer may not see. */
  get(viewer: Viewer, customerId: CustomerId): Customer;
  /** Tells the consoles how the customer is now; within the transaction of the change. */
  publish(customerId: CustomerId): void;
}

interface CustomerServiceOptions {
  readonly customers: CustomerStore;
  readonly reminders: ReminderStore;
  readonly events: EventLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
  /** Customers who were never called may be left out. */
  readonly callsOf: (customerIds: readonly CustomerId[]) => ReadonlyMap<CustomerId, CustomerCalls>;
}

export function createCustomerService(options: CustomerServiceOptions): CustomerService {
  const { customers, reminders, events, nameOfAgent, callsOf } = options;

  function view(rows: readonly CustomerRow[]): Customer[] {
    const ids = rows.map((row) => row.id);
    const calls = callsOf(ids);
    const next = reminders.nextOf(ids);
    return rows.map(({ createdAt: _, updatedAt: __, ownerId, ...row }) => {
      const { activeCallId, lastCall } = calls.get(row.id) ?? neverCalled;
      return {
        ...row,
        owner: ownerId === null ? null : { id: ownerId, name: nameOfAgent(ownerId) },
        activeCallId,
        lastCall: lastCall && { at: lastCall.at.toISOString(), result: lastCall.result },
        nextReminderAt: next.get(row.id)?.toISOString() ?? null,
      };
    });
  }

  return {
    page(viewer, { search, status, offset, limit }) {
      const filter = {
        scope: scopeOf(viewer),
        search: search || null,
        status: status ?? null,
        offset,
        limit,
      };
      const { rows, total } = customers.page(filter);
      return { customers: view(rows), total };
    },
    get(viewer, customerId) {
      const row = customers.find(customerId);
      const [customer] = row && maySee(viewer, audienceOf(row.ownerId)) ? view([row]) : [];
      if (!customer) throw new Refusal('not-found', 'There is no such customer.');
      return customer;
    },
    publish(customerId) {
      const row = customers.find(customerId);
      const [customer] = row ? view([row]) : [];
      if (row && customer) events.append({ type: 'customer-updated', customer }, audienceOf(row.ownerId));
    },
  };
}

const neverCalled: CustomerCalls = { activeCallId: null, lastCall: null };
