import { audienceOf, maySee, scopeOf, type Viewer } from '../auth/visibility.ts';
import type { Customer, CustomerFilter, CustomerPage } from '../contract/customers.ts';
import type { AgentId, CallId, CustomerId } from '../contract/ids.ts';
import type { CallResult } from '../contract/vocabulary.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { type CustomerListStore, countedAtMost } from './customer-list-store.ts';
import { type CustomerPartsStore, noParts } from './customer-parts-store.ts';
import type { CustomerRow, CustomerStore } from './customer-store.ts';
import type { ReminderStore } from './reminder-store.ts';

/** What the domain of calls, which is above this one, knows of a customer. */
export interface CustomerCalls {
  readonly activeCallId: CallId | null;
  readonly lastCall: { readonly at: Date; readonly result: CallResult | null } | null;
}

export interface CustomerService {
  /** The customers that the viewer may see. Throws `invalid-input` for a cursor of another list. */
  page(viewer: Viewer, query: CustomerQuery): CustomerPage;
  /** All of a list, `rows` at a time, each as it is by then. */
  pages(viewer: Viewer, filter: CustomerFilter, rows: number): Iterable<readonly Customer[]>;
  /** Throws `not-found` for a customer who is not there, and for one whom the viewer may not see. */
  get(viewer: Viewer, customerId: CustomerId): Customer;
  /** As it is stored; throws as `get`. */
  visible(viewer: Viewer, customerId: CustomerId): CustomerRow;
  /** Tells the consoles how the customer is now; within the transaction of the change. */
  publish(customerId: CustomerId): void;
}

export interface CustomerQuery extends CustomerFilter {
  readonly after?: string | undefined;
  readonly limit: number;
}

interface CustomerServiceOptions {
  readonly customers: Pick<CustomerStore, 'find'>;
  readonly list: CustomerListStore;
  readonly parts: Pick<CustomerPartsStore, 'of'>;
  readonly reminders: Pick<ReminderStore, 'nextOf'>;
  readonly events: EventLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
  /** Customers who were never called may be left out. */
  readonly callsOf: (customerIds: readonly CustomerId[]) => ReadonlyMap<CustomerId, CustomerCalls>;
  readonly clock: Clock;
}

export function createCustomerService(options: CustomerServiceOptions): CustomerService {
  const { customers, list, parts, reminders, events, nameOfAgent, callsOf, clock } = options;

  function view(rows: readonly CustomerRow[]): Customer[] {
    const ids = rows.map((row) => row.id);
    const [calls, next, more] = [callsOf(ids), reminders.nextOf(ids), parts.of(ids)];
    return rows.map(({ createdAt: _, updatedAt: __, reading: ___, ownerId, ...row }) => {
      const { activeCallId, lastCall } = calls.get(row.id) ?? neverCalled;
      const { otherNumbers, tags } = more.get(row.id) ?? noParts;
      return {
        ...row,
        otherNumbers: [...otherNumbers],
        tags: [...tags],
        owner: ownerId === null ? null : { id: ownerId, name: nameOfAgent(ownerId) },
        activeCallId,
        lastCall: lastCall && { at: lastCall.at.toISOString(), result: lastCall.result },
        nextReminderAt: next.get(row.id)?.toISOString() ?? null,
      };
    });
  }

  function visible(viewer: Viewer, customerId: CustomerId): CustomerRow {
    const row = customers.find(customerId);
    if (row !== null && maySee(viewer, audienceOf(row.ownerId))) return row;
    throw new Refusal('not-found', 'There is no such customer.');
  }

  function viewOne(row: CustomerRow): Customer {
    const [customer] = view([row]);
    if (customer === undefined) throw new Error('a customer has no view');
    return customer;
  }

  function* pages(viewer: Viewer, filter: CustomerFilter, limit: number): Generator<readonly Customer[]> {
    let after: string | null = null;
    do {
      const page = list.page({ scope: scopeOf(viewer), filter, now: clock.now(), after, limit });
      yield view(page.rows);
      after = page.next;
    } while (after !== null);
  }

  return {
    pages,
    page(viewer, { after, limit, ...filter }) {
      const request = { scope: scopeOf(viewer), filter, now: clock.now() };
      const { rows, next } = list.page({ ...request, after: after ?? null, limit });
      const total = list.count(request);
      return {
        customers: view(rows),
        total: Math.min(total, countedAtMost),
        totalIs: total > countedAtMost ? 'at-least' : 'exact',
        next,
      };
    },
    get: (viewer, customerId) => viewOne(visible(viewer, customerId)),
    visible,
    publish(customerId) {
      const row = customers.find(customerId);
      if (row === null) return;
      events.append({ type: 'customer-updated', customer: viewOne(row) }, audienceOf(row.ownerId));
    },
  };
}

const neverCalled: CustomerCalls = { activeCallId: null, lastCall: null };
