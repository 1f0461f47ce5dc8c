import type { Viewer } from '../auth/visibility.ts';
import type {
  AddCustomer,
  ChangeCustomer,
  ChangeCustomers,
  Customer,
  CustomersChanged,
} from '../contract/customers.ts';
import type { AgentId, CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { changedFields } from './changed-fields.ts';
import { type KeptFields, keptFields } from './customer-fields.ts';
import { type CustomerPartsStore, noParts } from './customer-parts-store.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerRow, CustomerStore } from './customer-store.ts';

/** What people change of customers. Each change is one transaction with its entry in the audit log. */
export interface CustomerEditing {
  /** Throws `invalid-input` for numbers, zones and agents that do not exist, `not-allowed` for somebody else's customer. */
  add(viewer: Viewer, added: AddCustomer): Customer;
  /** As `add`; throws also `not-found`, and `changed-elsewhere` when another version than the edited one is there. */
  change(viewer: Viewer, customerId: CustomerId, changes: ChangeCustomer): Customer;
  /** All or none. Throws `not-found` when there is one among them whom the viewer may not see. */
  changeMany(viewer: Viewer, changes: ChangeCustomers): CustomersChanged;
}

interface CustomerEditingOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly customers: CustomerStore;
  readonly parts: CustomerPartsStore;
  readonly customerService: Pick<CustomerService, 'get' | 'publish' | 'visible'>;
  readonly audit: AuditLog;
  readonly isAgent: (agentId: AgentId) => boolean;
  readonly defaultTimeZone: string;
  readonly ids: Pick<Ids, 'customer'>;
  readonly clock: Clock;
}

export function createCustomerEditing(options: CustomerEditingOptions): CustomerEditing {
  const { database, customers, parts, customerService, audit, isAgent, ids, clock } = options;

  function checkOwner(viewer: Viewer, ownerId: AgentId | null | undefined, path: string): void {
    if (ownerId == null || ownerId === viewer.id) return;
    if (viewer.role !== 'admin')
      throw new Refusal('not-allowed', 'Only an admin may give a customer to somebody.');
    if (!isAgent(ownerId)) throw new InvalidInput([{ path, problem: 'unknown-agent' }]);
  }

  function insert(customerId: CustomerId, added: AddCustomer, ownerId: AgentId | null): KeptFields {
    const { timeZone = options.defaultTimeZone } = added;
    const kept = keptFields({ ...added, timeZone, ownerId });
    const { company, phoneNumber } = {
      company: added.company,
      phoneNumber: added.phoneNumber,
      ...kept.columns,
    };
    const now = clock.now();
    customers.insert({
      timeZone,
      ...kept.columns,
      id: customerId,
      company,
      phoneNumber,
      createdAt: now,
      updatedAt: now,
    });
    storeParts(customerId, kept);
    return kept;
  }

  function storeParts(customerId: CustomerId, { parts: { otherNumbers, tags } }: KeptFields): void {
    if (otherNumbers !== undefined) parts.setNumbers(customerId, otherNumbers);
    if (tags !== undefined) parts.setTags(customerId, tags);
  }

  /** False when it is so already. */
  function apply(viewer: Viewer, row: CustomerRow, wanted: KeptFields): boolean {
    const changes = changedFields(row, parts.of([row.id]).get(row.id) ?? noParts, wanted);
    if (changes === null) return false;
    customers.update(row.id, wanted.columns, clock.now());
    storeParts(row.id, wanted);
    const about = { subject: 'customer', subjectId: row.id, action: 'changed' } as const;
    audit.append({ ...about, actorId: viewer.id, ...changes });
    customerService.publish(row.id);
    return true;
  }

  return {
    add(viewer, added) {
      const ownerId = added.ownerId === undefined ? viewer.id : added.ownerId;
      checkOwner(viewer, ownerId, 'ownerId');
      return database.transaction(() => {
        const id = ids.customer();
        const { columns, parts: more } = insert(id, added, ownerId);
        const about = { subject: 'customer', subjectId: id, action: 'added' } as const;
        audit.append({ ...about, actorId: viewer.id, before: null, after: { ...columns, ...more } });
        customerService.publish(id);
        return customerService.get(viewer, id);
      });
    },
    change(viewer, customerId, { basedOn, changes }) {
      checkOwner(viewer, changes.ownerId, 'changes.ownerId');
      const wanted = keptFields(changes, 'changes.');
      return database.transaction(() => {
        const row = customerService.visible(viewer, customerId);
        if (row.version !== basedOn) {
          throw new Refusal('changed-elsewhere', 'The customer was changed somewhere else meanwhile.');
        }
        apply(viewer, row, wanted);
        return customerService.get(viewer, customerId);
      });
    },
    changeMany(viewer, { customerIds, changes }) {
      const { addTags = [], removeTags = [], ...columns } = changes;
      checkOwner(viewer, columns.ownerId, 'changes.ownerId');
      const { columns: wanted } = keptFields(columns);
      return database.transaction(() => {
        const rows = [...new Set(customerIds)].map((id) => customerService.visible(viewer, id));
        const tagsOf = parts.of(rows.map(({ id }) => id));
        const changed = rows.filter((row) => {
          const { tags } = tagsOf.get(row.id) ?? noParts;
          const kept = [...tags, ...addTags].filter((tag) => !removeTags.includes(tag));
          return apply(viewer, row, { columns: wanted, parts: { tags: [...new Set(kept)].toSorted() } });
        });
        return { changed: changed.length };
      });
    },
  };
}
