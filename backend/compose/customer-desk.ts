import type { CallQueries } from '../calls/call-queries.ts';
import { historyCursorSchema } from '../contract/calls.ts';
import type { CustomerId } from '../contract/ids.ts';
import { createAuditTrail } from '../customers/audit-trail.ts';
import { createAuditTrailStore } from '../customers/audit-trail-store.ts';
import type { CustomerDesk } from '../customers/customer-desk-routes.ts';
import { createCustomerEditing } from '../customers/customer-editing.ts';
import { createCustomerTimeline, type TimelinePlace } from '../customers/customer-timeline.ts';
import { createCustomerViewService } from '../customers/customer-view-service.ts';
import { createCustomerViewStore } from '../customers/customer-view-store.ts';
import { createDoNotCallListStore } from '../customers/do-not-call-list-store.ts';
import { createDoNotCallService } from '../customers/do-not-call-service.ts';
import { createCustomerExport } from '../customers/export/customer-export.ts';
import { createPersonalDataService } from '../customers/personal-data/personal-data-service.ts';
import { createPersonalDataStore } from '../customers/personal-data/personal-data-store.ts';
import { createReminderListStore } from '../customers/reminder-list-store.ts';
import { createAuditLogStore } from '../journal/audit-log-store.ts';
import type { BackendParts } from './backend-parts.ts';

type DeskParts = Pick<
  BackendParts,
  'config' | 'database' | 'clock' | 'ids' | 'care' | 'stores' | 'imports' | 'eraseRecordings'
>;

/** What people do with customers over the API. */
export function createCustomerDesk(parts: DeskParts, calls: Pick<CallQueries, 'history'>): CustomerDesk {
  const { config, database, clock, ids, care, stores } = parts;
  const { customerService, blocks } = care;
  const nameOfAgent = stores.agents.nameOf;
  const trail = createAuditTrailStore(database);
  const editing = createCustomerEditing({
    database,
    customers: care.customers,
    parts: care.parts,
    customerService,
    audit: care.audit,
    isAgent: (agentId) => stores.agents.find(agentId) !== null,
    defaultTimeZone: config.defaultTimeZone,
    ids,
    clock,
  });
  const timeline = createCustomerTimeline({
    customerService,
    parts: care.parts,
    trail,
    reminders: createReminderListStore(database),
    callsOf: (viewer, customerId: CustomerId, { before, limit }) =>
      calls.history(viewer, { before: before && cursorAt(before), customerId, search: '', limit }).calls,
    nameOfAgent,
  });
  return {
    customers: { customers: customerService, editing, timeline, parts: care.parts },
    views: createCustomerViewService({ views: createCustomerViewStore(database), ids, clock }),
    blocks,
    imports: parts.imports,
    exported: createCustomerExport(customerService, createAuditLogStore(database, clock)),
    reminders: care.reminderService,
    doNotCall: createDoNotCallService({
      database,
      doNotCall: care.doNotCall,
      list: createDoNotCallListStore(database),
      customers: care.customers,
      customerService,
      audit: care.audit,
      nameOfAgent,
    }),
    personalData: createPersonalDataService({
      database,
      customers: care.customers,
      customerService,
      held: createPersonalDataStore(database),
      isBlocked: care.doNotCall.isBlocked,
      eraseRecordings: parts.eraseRecordings,
      audit: createAuditLogStore(database, clock),
      clock,
    }),
    auditTrail: createAuditTrail({ trail, customers: care.customers, nameOfAgent }),
  };
}

/** The history passes over what is not older than a call: one with the lowest or the highest id there can be. */
function cursorAt({ at, id }: TimelinePlace) {
  return historyCursorSchema.parse(`${at.toISOString()}~${outermost.get(id) ?? id}`);
}

const outermost: ReadonlyMap<string, string> = new Map([
  ['first', `call_${'0'.repeat(20)}`],
  ['last', `call_${'z'.repeat(20)}`],
]);
